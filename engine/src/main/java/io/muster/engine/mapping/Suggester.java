package io.muster.engine.mapping;

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

    private final OwnFields own;

    /// @param custom the tenant's custom fields
    public Suggester(Collection<CustomField> custom) {
        this.own = new OwnFields(custom);
    }

    /// One suggestion for each column, in their order; no field but tags is suggested twice.
    ///
    /// @param defaultRegion ISO 3166 alpha-2, by which phone numbers are tried
    public List<Suggestion> suggest(List<Column> columns, String defaultRegion) {
        Rules rules = rules(defaultRegion);
        Map<Integer, Suggestion> suggestions = new HashMap<>();
        List<Column> unlikeStandard =
                columns.stream()
                        .filter(column -> !HeaderReader.isProperName(column.name()))
                        .toList();
        own.suggest(unlikeStandard, rules, suggestions);
        var reader = HeaderReader.of(columns.stream().map(Column::name).toList());
        List<Guess> guesses =
                columns.stream()
                        .filter(column -> !suggestions.containsKey(column.index()))
                        .flatMap(column -> guess(column, reader, rules).stream())
                        .filter(guess -> guess.confidence() >= THRESHOLD)
                        .toList();
        choose(Places.settle(new Persons(reader).favour(Neighbours.settle(guesses))), suggestions);
        // A custom field may be called like a standard one, which comes first.
        own.suggest(columns, rules, suggestions);
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

    private static Optional<Guess> guess(Column column, HeaderReader reader, Rules rules) {
        var evidence = new Evidence(column.samples(), rules);
        return switch (reader.read(column.name())) {
            case Reading.Foreign _ -> Optional.empty();
            case Reading.Unknown _ -> byValues(column, evidence);
            case Reading.Named named when column.samples().isEmpty() ->
                    Optional.of(new Guess(column, named, named.sureness() * BLANK, named.reason()));
            case Reading.Named named when evidence.vetoes(named.field()) ->
                    byValues(column, evidence);
            case Reading.Named named when isOtherStatus(named, evidence) -> Optional.empty();
            case Reading.Named named when isNoName(named, evidence) -> Optional.empty();
            case Reading.Named named -> Optional.of(byHeader(column, named, evidence));
        };
    }

    /// "Stato" is a country or a state of affairs, which only the values can tell.
    private static boolean isOtherStatus(Reading.Named named, Evidence evidence) {
        return named.sense() == Reading.Sense.DEPENDS
                && named.field() == StandardField.COUNTRY
                && evidence.validShare(StandardField.COUNTRY) < HALF;
    }

    /// A "Customer" is a name, a number or a yes, which only the values can tell.
    private static boolean isNoName(Reading.Named named, Evidence evidence) {
        return named.sense() == Reading.Sense.ALONE
                && named.field() == StandardField.FULL_NAME
                && evidence.share(Suggester::isName) < HALF;
    }

    /// Two words or more, and no digit.
    private static boolean isName(String text) {
        return text.strip().indexOf(' ') > 0 && text.chars().noneMatch(Character::isDigit);
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
                                    find.field(),
                                    Reading.Sense.PLAIN,
                                    "",
                                    "",
                                    find.sureness(),
                                    reason);
                    return new Guess(column, named, find.sureness(), reason);
                });
    }

    /// The best column for each field; equals go by their place in the file.
    private static void choose(List<Guess> guesses, Map<Integer, Suggestion> suggestions) {
        Set<StandardField> taken = EnumSet.noneOf(StandardField.class);
        guesses.stream()
                .sorted(Comparator.comparingDouble(Guess::rank).reversed())
                .filter(guess -> guess.field() == StandardField.TAGS || taken.add(guess.field()))
                .forEach(guess -> suggestions.put(guess.column().index(), suggestion(guess)));
    }

    private static Suggestion suggestion(Guess guess) {
        double rounded = Math.round(100 * Math.min(1, guess.confidence())) / 100.0;
        return new Suggestion(Target.of(guess.field()), rounded, guess.reason());
    }
}
