package io.muster.server.imports;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;

/// What a remark goes with: a row that failed, one that was left out, or one that came through; the
/// heaviest first.
public enum Effect {
    FAILS,
    SKIPS,
    WARNS;

    public static Effect of(Action action) {
        return switch (action) {
            case NONE -> FAILS;
            case SKIPPED -> SKIPS;
            case CREATED, UPDATED, UNCHANGED -> WARNS;
        };
    }

    /// What a code goes with when nothing else is known.
    static Effect of(Code code) {
        return switch (code.kind()) {
            case FAILURE, IMPORT, REQUEST -> FAILS;
            case SKIP -> SKIPS;
            case WARNING, UNDO -> WARNS;
        };
    }
}
