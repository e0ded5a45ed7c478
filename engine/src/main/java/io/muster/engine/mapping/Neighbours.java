package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Settles what names mean that depend on the columns beside them.
final class Neighbours {

    private static final Set<StandardField> PLACES =
            EnumSet.of(StandardField.CITY, StandardField.POSTAL_CODE, StandardField.COUNTRY);

    private Neighbours() {}

    static List<Guess> settle(List<Guess> guesses) {
        Set<StandardField> named = EnumSet.noneOf(StandardField.class);
        guesses.stream()
                .filter(guess -> !guess.depends())
                .forEach(guess -> named.add(guess.field()));
        UnaryOperator<Guess> names = names(named);
        return guesses.stream()
                .map(names)
                .filter(guess -> !isRegionOfSomethingElse(guess, named))
                .filter(guess -> !isRedundantName(guess, named))
                .toList();
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

    /// A "Region" in a file without addresses is a sales territory or the place of an IP address.
    private static boolean isRegionOfSomethingElse(Guess guess, Set<StandardField> named) {
        return guess.depends()
                && guess.field() == StandardField.REGION
                && named.stream().noneMatch(PLACES::contains);
    }

    /// A whole name beside both of its parts adds nothing; beside one part, the part adds nothing.
    private static boolean isRedundantName(Guess guess, Set<StandardField> named) {
        boolean first = named.contains(StandardField.FIRST_NAME);
        boolean last = named.contains(StandardField.LAST_NAME);
        boolean full = named.contains(StandardField.FULL_NAME);
        return switch (guess.field()) {
            case FULL_NAME -> first && last;
            case FIRST_NAME, LAST_NAME -> full && first != last;
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
