package io.muster.server.sources.pull.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.PullPlace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pull as it is shown. What belongs to other kinds of places is left out, and so is what is
/// secret.
///
/// @param mappingId null when the saved mapping was deleted
/// @param state `active`, `paused`, or `stopped` when a file did not fit the mapping
/// @param underWay whether somebody is looking, or is about to
/// @param stopped why it has stopped, and what to do
/// @param nextAt when it is due; null while it is not active
/// @param lastRun null before the first
record PullView(
        String place,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folder,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String host,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer port,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String user,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fingerprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bucket,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String prefix,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String region,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endpoint,
        String files,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID mappingId,
        String cron,
        String zone,
        String afterwards,
        String state,
        boolean underWay,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String stopped,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant nextAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LastRun lastRun) {

    /// @param endedAt null while it runs
    /// @param files that it has taken
    /// @param error what went wrong, and what to do; null for nothing
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LastRun(Instant beganAt, @Nullable Instant endedAt, int files, @Nullable String error) {}

    static PullView of(Pull pull) {
        PullPlace place = pull.place();
        var sftp = place instanceof PullPlace.Sftp it ? it : null;
        var s3 = place instanceof PullPlace.S3 it ? it : null;
        return new PullView(
                place.kind(),
                place instanceof PullPlace.Folder it
                        ? it.folder()
                        : sftp == null ? null : sftp.folder(),
                sftp == null ? null : sftp.host(),
                sftp == null ? null : Integer.valueOf(sftp.port()),
                sftp == null ? null : sftp.user(),
                sftp == null ? null : sftp.fingerprint(),
                s3 == null ? null : s3.bucket(),
                s3 == null ? null : s3.prefix(),
                s3 == null ? null : s3.region(),
                s3 == null ? null : s3.endpoint(),
                pull.files(),
                pull.mappingId(),
                pull.schedule().cron(),
                pull.schedule().zone().getId(),
                pull.afterwards().text(),
                pull.state().text(),
                pull.isUnderWay(),
                pull.stopped(),
                pull.nextAt(),
                pull.beganAt() == null
                        ? null
                        : new LastRun(
                                pull.beganAt(),
                                pull.endedAt(),
                                pull.taken() == null ? 0 : pull.taken(),
                                pull.error()));
    }
}
