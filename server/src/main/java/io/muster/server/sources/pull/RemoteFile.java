package io.muster.server.sources.pull;

import io.muster.server.sources.pull.store.PulledFileStore.Listed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file as its place lists it.
///
/// @param name within its folder
/// @param size in bytes
/// @param version changes with the content, as far as the place can tell; empty when it tells
///   nothing
/// @param modified by the clock of the place; null when it does not tell
record RemoteFile(String name, long size, String version, @Nullable Instant modified) {
    /// Whether the listing says enough to know it again. One that does not is read each time.
    boolean isTold() {
        return !version.isEmpty();
    }

    /// When it was written; what does not tell comes before all others.
    Instant since() {
        return modified == null ? Instant.MIN : modified;
    }

    Listed listed() {
        return new Listed(name, size, version);
    }
}
