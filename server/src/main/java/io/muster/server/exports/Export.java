package io.muster.server.exports;

import io.muster.server.contacts.filter.FilterNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An export as it stands at this moment.
///
/// @param segmentId the segment that was asked for; null for a filter or all contacts
/// @param segmentName what it was called then
/// @param filter who is in the file; null for everybody
/// @param epoch raised each time a run takes the export over
/// @param attempts how often that was
/// @param total contacts that were there when the run began; null before
/// @param written contacts in the file so far
/// @param fileId where the file store keeps the file; null while or once there is none
/// @param fileSize in bytes
/// @param expiresAt when the file goes
public record Export(
        UUID id,
        ExportStatus status,
        ExportFormat format,
        @Nullable UUID segmentId,
        @Nullable String segmentName,
        @Nullable FilterNode filter,
        String createdBy,
        long epoch,
        int attempts,
        @Nullable Long total,
        long written,
        String fileName,
        @Nullable String fileId,
        @Nullable Long fileSize,
        @Nullable String failureReason,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {}
