package io.muster.engine.outcome;

import java.util.List;
import java.util.UUID;

/// What became of one row. Every row of a finished import has exactly one.
public sealed interface Outcome {

    /// Remarks in the order in which they arose; never null, often empty.
    List<Info> info();

    Action action();

    /// How the log shows the row.
    Result result();

    /// Whether it is about somebody of whom nothing may be kept.
    default boolean isAboutErased() {
        return false;
    }

    /// A row that found its place: it made, changed or confirmed a contact.
    sealed interface Placed extends Outcome {
        UUID contactId();

        @Override
        default Result result() {
            return info().isEmpty() ? Result.SUCCESS : Result.WARNING;
        }
    }

    /// No contact matched; a new one was made.
    record Created(UUID contactId, List<Info> info) implements Placed {
        @Override
        public Action action() {
            return Action.CREATED;
        }
    }

    /// One contact matched and at least one stored value changed.
    ///
    /// @param matchedOn the first key, in `match_on` order, that hit
    record Updated(UUID contactId, String matchedOn, List<Info> info) implements Placed {
        @Override
        public Action action() {
            return Action.UPDATED;
        }
    }

    /// One contact matched and nothing would change.
    ///
    /// @param matchedOn the first key, in `match_on` order, that hit
    record Unchanged(UUID contactId, String matchedOn, List<Info> info) implements Placed {
        @Override
        public Action action() {
            return Action.UNCHANGED;
        }
    }

    /// A policy left the row out.
    record Skipped(List<Info> info) implements Outcome {
        public Skipped(Info info) {
            this(List.of(info));
        }

        @Override
        public Action action() {
            return Action.SKIPPED;
        }

        @Override
        public boolean isAboutErased() {
            return info.stream().anyMatch(remark -> remark.code() == Code.ERASED);
        }

        @Override
        public Result result() {
            return Result.WARNING;
        }
    }

    /// The row is wrong or cannot be placed.
    record Failed(List<Info> info) implements Outcome {
        public Failed(Info info) {
            this(List.of(info));
        }

        @Override
        public Action action() {
            return Action.NONE;
        }

        @Override
        public Result result() {
            return Result.FAILURE;
        }
    }
}
