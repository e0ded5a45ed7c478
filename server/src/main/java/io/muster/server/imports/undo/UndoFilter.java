package io.muster.server.imports.undo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which rows of an undo are meant, by how they ended.
public enum UndoFilter {
    REVERTED,
    KEPT,
    FAILED;

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UndoFilter> of(String text) {
        return Stream.of(values()).filter(filter -> filter.text().equals(text)).findFirst();
    }

    /// @param action as the log writes it
    public static UndoFilter ofAction(String action) {
        return switch (action) {
            case "reverted" -> REVERTED;
            case "kept" -> KEPT;
            default -> FAILED;
        };
    }
}
