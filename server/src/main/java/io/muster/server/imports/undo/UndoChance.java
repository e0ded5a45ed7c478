package io.muster.server.imports.undo;

import java.time.Instant;

/// Whether an import can be undone, and if not, why.
public sealed interface UndoChance {

    /// @param until when its former values are forgotten
    /// @param rows how many wrote something
    record Possible(Instant until) implements UndoChance {}

    /// It has not ended.
    record NotEnded() implements UndoChance {}

    /// None of its rows wrote anything.
    record NothingWritten() implements UndoChance {}

    /// @param since when its former values were to be forgotten
    record Expired(Instant since) implements UndoChance {}

    /// It is being undone, or is undone.
    record Begun() implements UndoChance {}
}
