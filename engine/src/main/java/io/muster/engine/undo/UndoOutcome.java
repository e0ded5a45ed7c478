package io.muster.engine.undo;

import io.muster.engine.outcome.Info;
import java.util.List;

/// How the undoing of one row ended.
public sealed interface UndoOutcome {

    /// Why it did not end otherwise; empty for a row that is undone.
    List<Info> info();

    /// What the row wrote is gone.
    record Reverted() implements UndoOutcome {
        @Override
        public List<Info> info() {
            return List.of();
        }
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
