package io.muster.engine.mapping;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.Directory;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Suggests where the columns of a file go, by their headers and their values. Immutable and safe
/// for use by many threads.
public final class Suggester {

    /// Below this, silence helps more than a guess.
    private static final double THRESHOLD = 0.5;

    /// A column without a single value goes after any that has some.
    private static final double BLANK = 0.6;

    private static final double MOSTLY_INVALID = 0.8;
    private static final double HALF = 0.5;
    private static final String CUSTOM = "name of a custom field";

    private final Map<String, CustomField> custom = new HashMap<>();

    /// @param custom the tenant's custom fields
    public Suggester(Collection<CustomField> custom) {
        for (CustomField field : custom) {
            this.custom.put(HeaderWords.of(field.key()), field);
        }
        for (CustomField field : custom) {
            this.custom.put(HeaderWords.of(field.label()), field);
        }
    }

    /// One suggestion for each column, in their order; no field but tags is suggested twice.
    ///
    /// @param defaultRegion ISO 3166 alpha-2, by which phone numbers are tried
    public List<Suggestion> suggest(List<Column> columns, String defaultRegion) {
        Rules rules = rules(defaultRegion);
        Map<Integer, Suggestion> suggestions = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            CustomField field = custom.get(HeaderWords.of(column.name()));
            if (field != null) {
                ofCustom(field, new Evidence(column.samples(), rules))
                        .filter(_ -> taken.add(field.key()))
                        .ifPresent(found -> suggestions.put(column.index(), found));
            }
        }
        List<Guess> guesses =
                columns.stream()
                        .filter(column -> !suggestions.containsKey(column.index()))
                        .flatMap(column -> guess(column, rules).stream())
                        .toList();
        choose(Neighbours.settle(guesses), suggestions);
        return columns.stream()
                .map(column -> suggestions.getOrDefault(column.index(), Suggestion.NONE))
                .toList();
    }

    /// The type that a new field for a column would have; text when its values do not tell.
    ///
    /// @param defaultRegion ISO 3166 alpha-2, by which phone numbers are tried
    public static FieldType inferred(Column column, String defaultRegion) {
        return new Evidence(column.samples(), rules(defaultRegion)).inferred();
    }

    private static Rules rules(String region) {
        return new Rules(
                new RuleSettings(region, Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));
    }

    private static Optional<Guess> guess(Column column, Rules rules) {
        var evidence = new Evidence(column.samples(), rules);
        return switch (Vocabulary.INSTANCE.read(column.name())) {
            case Reading.Foreign _ -> Optional.empty();
            case Reading.Unknown _ -> byValues(column, evidence);
            case Reading.Named named when column.samples().isEmpty() ->
                    Optional.of(new Guess(column, named, named.sureness() * BLANK, named.reason()));
            case Reading.Named named when evidence.vetoes(named.field()) ->
                    byValues(column, evidence);
            case Reading.Named named -> Optional.of(byHeader(column, named, evidence));
        };
    }

    private static Guess byHeader(Column column, Reading.Named named, Evidence evidence) {
        String share = evidence.reason(named.field());
        if (share.isEmpty()) {
            return new Guess(column, named, named.sureness(), named.reason());
        }
        boolean doubtful = evidence.validShare(named.field()) < HALF;
        double confidence = named.sureness() * (doubtful ? MOSTLY_INVALID : 1);
        String reason = named.reason() + (doubtful ? ", but only " : ", ") + share;
        return new Guess(column, named, confidence, reason);
    }

    private static Optional<Guess> byValues(Column column, Evidence evidence) {
        return evidence.find()
                .map(find -> {
                    String reason = evidence.reason(find.field());
                    var named =
                            new Reading.Named(
                                    find.field(), Reading.Sense.PLAIN, "", find.sureness(), reason);
                    return new Guess(column, named, find.sureness(), reason);
                });
    }

    /// The best column for each field; equals go by their place in the file.
    private static void choose(List<Guess> guesses, Map<Integer, Suggestion> suggestions) {
        Set<StandardField> taken = EnumSet.noneOf(StandardField.class);
        guesses.stream()
                .filter(guess -> guess.confidence() >= THRESHOLD)
                .sorted(Comparator.comparingDouble(Guess::rank).reversed())
                .filter(guess -> guess.field() == StandardField.TAGS || taken.add(guess.field()))
                .forEach(guess -> suggestions.put(guess.column().index(), suggestion(guess)));
    }

    private static Suggestion suggestion(Guess guess) {
        double rounded = Math.round(100 * Math.min(1, guess.confidence())) / 100.0;
        return new Suggestion(Target.of(guess.field()), rounded, guess.reason());
    }

    /// Empty when most values are nothing that the field takes.
    private static Optional<Suggestion> ofCustom(CustomField field, Evidence evidence) {
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
