package io.muster.server.sources.pull;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a source's files are fetched, and how that went.
///
/// @param files which of them, as [FilePattern] reads it
/// @param mappingId the saved mapping by which they are read; null when it was deleted
/// @param hasSecrets whether something secret is kept that opens the place
/// @param stopped why it has stopped by itself; null while it has not
/// @param nextAt when it is due; null while it is not active
/// @param wantedAt when somebody asked for a run that has not begun
/// @param beganAt the last run; null before the first
/// @param endedAt null while it runs
/// @param taken files of the last run
/// @param error what went wrong in the last run; null for nothing
public record Pull(
        UUID sourceId,
        PullPlace place,
        boolean hasSecrets,
        String files,
        @Nullable UUID mappingId,
        PullSchedule schedule,
        Afterwards afterwards,
        State state,
        @Nullable String stopped,
        @Nullable Instant nextAt,
        @Nullable Instant wantedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable Integer taken,
        @Nullable String error) {

    /// Whether somebody is looking, or is about to.
    public boolean isUnderWay() {
        return wantedAt != null || beganAt != null && endedAt == null;
    }

    /// Whether it looks by itself.
    public enum State {
        ACTIVE,
        /// Somebody wants it not to.
        PAUSED,
        /// It found what it was not set up for.
        STOPPED;

        /// As the API and the database write it.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a person or a program says of one.
    ///
    /// @param secrets those that are null are kept, those that are empty are removed
    public record Content(
            PullPlace place,
            PullSecrets secrets,
            String files,
            @Nullable UUID mappingId,
            String cron,
            String zone,
            String afterwards) {
        Content at(PullPlace other) {
            return new Content(other, secrets, files, mappingId, cron, zone, afterwards);
        }
    }
}
