package io.muster.server.sources.pull;

import io.muster.server.sources.pull.store.PulledFileStore.Listed;
import java.time.Instant;

/// A file as its place lists it.
///
/// @param name within its folder
/// @param size in bytes
/// @param version changes with the content, as far as the place can tell
record RemoteFile(String name, long size, String version, Instant modified) {
    Listed listed() {
        return new Listed(name, size, version);
    }
}
