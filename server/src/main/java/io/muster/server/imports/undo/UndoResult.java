package io.muster.server.imports.undo;

import io.muster.engine.undo.UndoOutcome;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the undoing of a row ended, in the words of the API and of the log.
public enum UndoResult {
    REVERTED("success", "reverted"),
    KEPT("warning", "kept"),
    FAILED("failure", "none");

    private final String logged;
    private final String action;

    UndoResult(String logged, String action) {
        this.logged = logged;
        this.action = action;
    }

    public static UndoResult of(UndoOutcome outcome) {
        return switch (outcome) {
            case UndoOutcome.Reverted _ -> REVERTED;
            case UndoOutcome.Kept _ -> KEPT;
            case UndoOutcome.Failed _ -> FAILED;
        };
    }

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UndoResult> of(String text) {
        return Stream.of(values()).filter(result -> result.text().equals(text)).findFirst();
    }

    /// As the log writes its result.
    public String logged() {
        return logged;
    }

    /// As the log writes its action.
    public String action() {
        return action;
    }

    public static UndoResult ofAction(String action) {
        return Stream.of(values())
                .filter(result -> result.action.equals(action))
                .findFirst()
                .orElseThrow();
    }
}
