package io.muster.server.imports.repair;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a fix of many rows does, by its name in the API.
public enum FixKind {
    SET_VALUE,
    MAP_VALUES,
    REPLACE,
    REGION,
    DATE_FORMAT,
    SUGGESTION,
    DROP;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FixKind> of(@Nullable String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
