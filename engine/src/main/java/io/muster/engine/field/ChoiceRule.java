package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One of a field's options, or several; the spelling of the options is the value's.
///
/// Case and spaces do not matter, as long as they tell no two options apart. Where unknown values
/// are added they do: whether `Gold` is `gold` must not depend on which of them came first.
final class ChoiceRule implements CellRule {

    private static final int NAMED = 10;

    private final FieldSpec field;
    private final Separator separator;
    private final UnknownChoice unknown;
    private final Set<String> exact;
    private final Map<String, String> folded = new HashMap<>();

    ChoiceRule(FieldSpec field, Separator separator, UnknownChoice unknown) {
        this.field = field;
        this.separator = separator;
        this.unknown = unknown;
        this.exact = Set.copyOf(new HashSet<>(field.options()));
        Set<String> shared = new HashSet<>();
        for (String option : exact) {
            String former = folded.put(Spelling.fold(option), option);
            if (former != null) {
                shared.add(Spelling.fold(option));
            }
        }
        shared.forEach(folded::remove);
    }

    @Override
    public Cell read(String text) {
        if (TextRule.exceeds(text, Rules.MAX_CUSTOM_TEXT)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        return field.type() == FieldType.CHOICES ? several(text) : one(text);
    }

    private Cell one(String text) {
        String option = option(text);
        return option == null ? unknown(text) : new Cell.Valid(option);
    }

    /// In the order of the alphabet: which of two came first says nothing.
    private Cell several(String text) {
        String whole = known(text);
        List<String> parts = whole == null ? separator.split(text) : List.of(whole);
        Set<String> chosen = new TreeSet<>();
        for (String part : parts) {
            String option = option(part);
            if (option == null) {
                return unknown(part);
            }
            chosen.add(option);
        }
        return chosen.isEmpty() ? unknown(text) : new Cell.Valid(new ArrayList<>(chosen));
    }

    private @Nullable String option(String text) {
        String known = known(text);
        boolean addable = unknown == UnknownChoice.ADD && !TextRule.exceeds(text, Rules.MAX_OPTION);
        return known == null && addable ? text : known;
    }

    private @Nullable String known(String text) {
        if (exact.contains(text)) {
            return text;
        }
        return unknown == UnknownChoice.ADD ? null : folded.get(Spelling.fold(text));
    }

    private Cell unknown(String text) {
        if (TextRule.exceeds(text, Rules.MAX_OPTION)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        List<String> options = field.options();
        String names = String.join(", ", options.subList(0, Math.min(NAMED, options.size())));
        return new Cell.Invalid(
                Code.INVALID_CHOICE,
                options.isEmpty()
                        ? Code.INVALID_CHOICE.sentence()
                        : "“%s” is none of the field's options: %s%s. Correct it, or have unknown values added."
                                .formatted(text, names, options.size() > NAMED ? ", …" : ""));
    }
}
