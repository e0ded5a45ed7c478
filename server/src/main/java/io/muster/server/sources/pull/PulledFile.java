package io.muster.server.sources.pull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was fetched.
///
/// @param importId what it became; null when it was refused
/// @param importNumber the import's number, for people
/// @param refusal why it was; null when it was not
public record PulledFile(
        String name,
        long size,
        String sha256,
        @Nullable UUID importId,
        @Nullable Long importNumber,
        @Nullable String refusal,
        Instant pulledAt) {}
