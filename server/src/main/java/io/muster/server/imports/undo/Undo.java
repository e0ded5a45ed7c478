package io.muster.server.imports.undo;

import io.muster.server.imports.ImportStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The undo of an import as it stands at this moment.
///
/// @param statusBefore what the import's status was, and is again if the undo stops
/// @param requestedBy who asked for it, for people
/// @param epoch raised each time a run takes the undo over
/// @param attempts how often a run took it over since rows were last committed
/// @param total rows that wrote something, each of which ends once
/// @param failureReason why it stopped
public record Undo(
        UUID importId,
        State state,
        ImportStatus statusBefore,
        String requestedBy,
        long epoch,
        int attempts,
        long total,
        UndoCounts counts,
        @Nullable String failureCode,
        @Nullable String failureReason,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /// Where an undo stands.
    public enum State {
        RUNNING,
        /// Given up on the way; what is undone stays so, and it can be begun again.
        STOPPED,
        DONE
    }
}
