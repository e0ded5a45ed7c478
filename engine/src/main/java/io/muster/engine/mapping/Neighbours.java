package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settles what names mean that depend on the columns beside them.
final class Neighbours {

    private static final Set<StandardField> PLACES =
            EnumSet.of(StandardField.CITY, StandardField.POSTAL_CODE, StandardField.COUNTRY);

    private Neighbours() {}

    static List<Guess> settle(List<Guess> guesses) {
        Set<StandardField> named = fields(guesses.stream().filter(guess -> !guess.depends()));
        UnaryOperator<Guess> names = names(named);
        List<Guess> settled = guesses.stream().map(names).toList();
        Set<StandardField> filled = fields(settled.stream().filter(Guess::isFilled));
        return settled.stream()
                .filter(guess -> !isPlaceOfSomethingElse(guess, named))
                .filter(guess -> !isRedundantName(guess, filled))
                .toList();
    }

    private static Set<StandardField> fields(Stream<Guess> guesses) {
        return guesses.map(Guess::field)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StandardField.class)));
    }

    /// "Name" beside "Vorname" is the last name, "Nombre" beside "Apellidos" the first.
    private static UnaryOperator<Guess> names(Set<StandardField> named) {
        boolean first = named.contains(StandardField.FIRST_NAME);
        boolean last = named.contains(StandardField.LAST_NAME);
        return guess -> {
            if (!guess.depends() || guess.field() != StandardField.FULL_NAME || first == last) {
                return guess;
            }
            return guess.as(first ? StandardField.LAST_NAME : StandardField.FIRST_NAME);
        };
    }

    /// A "Region" in a file without addresses is a sales territory, a "Via" a way of contact.
    private static boolean isPlaceOfSomethingElse(Guess guess, Set<StandardField> named) {
        return guess.depends()
                && (guess.field() == StandardField.REGION || guess.field() == StandardField.STREET)
                && named.stream().noneMatch(PLACES::contains);
    }

    /// A whole name beside both of its parts adds nothing; beside one part, or parts that are
    /// blank, the part adds nothing.
    private static boolean isRedundantName(Guess guess, Set<StandardField> filled) {
        boolean first = filled.contains(StandardField.FIRST_NAME);
        boolean last = filled.contains(StandardField.LAST_NAME);
        boolean full = filled.contains(StandardField.FULL_NAME);
        return switch (guess.field()) {
            case FULL_NAME -> first && last;
            case FIRST_NAME, LAST_NAME -> full && !(first && last);
            case EXTERNAL_ID,
                    PHONE,
                    EMAIL,
                    COMPANY,
                    TIMEZONE,
                    TAGS,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    COUNTRY,
                    OWNER,
                    TEAM,
                    DO_NOT_CONTACT,
                    CONSENT_EMAIL,
                    CONSENT_SMS,
                    CONSENT_CALL,
                    PHONE_REGION ->
                    false;
        };
    }
}
