package io.muster.engine.undo;

import io.muster.engine.outcome.Info;
import java.util.List;

/// How the undoing of one row ended.
public sealed interface UndoOutcome {

    /// Why it did not end otherwise, or what somebody should look at.
    List<Info> info();

    /// What the row wrote is gone.
    record Reverted(List<Info> info) implements UndoOutcome {
        static final Reverted PLAINLY = new Reverted(List.of());
    }

    /// What the row wrote stays, all of it: somebody has built on it since.
    record Kept(List<Info> info) implements UndoOutcome {
        public Kept(Info info) {
            this(List.of(info));
        }
    }

    /// The former values could not be written back.
    record Failed(List<Info> info) implements UndoOutcome {
        public Failed(Info info) {
            this(List.of(info));
        }
    }
}
