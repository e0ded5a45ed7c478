package io.muster.engine.mapping;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.file.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tenant's custom fields, as their keys and labels find columns.
final class OwnFields {
    private static final double MOSTLY_INVALID = 0.8;
    private static final double HALF = 0.5;
    private static final String CUSTOM = "name of a custom field";

    private final Map<String, CustomField> fields = new HashMap<>();

    OwnFields(Collection<CustomField> custom) {
        for (CustomField field : custom) {
            fields.put(HeaderWords.of(field.key()), field);
        }
        for (CustomField field : custom) {
            fields.put(HeaderWords.of(field.label()), field);
        }
    }

    /// Adds to the suggestions those columns that have none and bear the name of a field that is
    /// suggested for no other.
    void suggest(List<Column> columns, Rules rules, Map<Integer, Suggestion> suggestions) {
        Set<Target> taken = new HashSet<>();
        suggestions.values().forEach(suggestion -> taken.add(suggestion.target()));
        for (Column column : columns) {
            CustomField field = fields.get(HeaderWords.of(column.name()));
            if (field != null && !suggestions.containsKey(column.index())) {
                suggestion(field, new Evidence(column.samples(), rules))
                        .filter(found -> taken.add(found.target()))
                        .ifPresent(found -> suggestions.put(column.index(), found));
            }
        }
    }

    /// Empty when most values are nothing that the field takes.
    private static Optional<Suggestion> suggestion(CustomField field, Evidence evidence) {
        var target = new Target.Custom(field.key());
        String noun = noun(field.spec().type());
        if (noun.isEmpty() || evidence.samples().isEmpty()) {
            return Optional.of(new Suggestion(target, 1, CUSTOM));
        }
        double share =
                field.spec().type().hasOptions()
                        ? evidence.validShare(
                                evidence.rules().of(field.spec(), CellReading.DEFAULT))
                        : evidence.validShare(field.spec().type());
        String reason = "%s, %d %% are valid %s".formatted(CUSTOM, Math.round(100 * share), noun);
        if (share >= HALF) {
            return Optional.of(new Suggestion(target, 1, reason));
        }
        // Options that are not known yet are no reason to think of another field.
        return field.spec().type().hasOptions()
                ? Optional.of(new Suggestion(target, MOSTLY_INVALID, reason))
                : Optional.empty();
    }

    private static String noun(FieldType type) {
        return switch (type) {
            case TEXT -> "";
            case NUMBER -> "numbers";
            case DATE -> "dates";
            case YES_NO -> "yes or no";
            case CHOICE, CHOICES -> "options";
            case EMAIL -> "email addresses";
            case PHONE -> "phone numbers";
            case URL -> "web addresses";
        };
    }
}
