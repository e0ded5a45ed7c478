package io.muster.server.suppressions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a suppressed value is.
public enum SuppressionKind {
    PHONE {
        @Override
        public String masked(String value) {
            return value.substring(0, 2) + MASK + value.substring(value.length() - 2);
        }
    },
    EMAIL {
        @Override
        public String masked(String value) {
            return value.substring(0, 1) + MASK + value.substring(value.indexOf('@'));
        }
    },
    /// Everybody whose email ends with `@` and the domain; subdomains are others.
    DOMAIN {
        @Override
        public String masked(String value) {
            // Says nothing about a person.
            return value;
        }
    };

    private static final String MASK = "•••";

    /// The value for whoever may know that it is there, not what it is.
    ///
    /// @param value in its stored form
    public abstract String masked(String value);

    /// As it is stored and written in the API.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SuppressionKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /// The kind that a text without one probably is.
    static SuppressionKind guess(String text) {
        int at = text.indexOf('@');
        if (at == 0 || text.startsWith("*@")) {
            return DOMAIN;
        }
        if (at > 0) {
            return EMAIL;
        }
        boolean hasLetters = text.chars().anyMatch(Character::isLetter);
        return hasLetters && text.indexOf('.') > 0 ? DOMAIN : PHONE;
    }
}
