package io.muster.server.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The earlier mapping by which the columns of a file are suggested.
///
/// @param savedMapping the saved mapping; null when it is that of an earlier import
/// @param name of the saved mapping, or of the earlier import's file
/// @param importNumber of the earlier import; null for a saved mapping
/// @param usedAt when it was last used, or else saved
/// @param options that go with it; nothing but defaults for an earlier import's
/// @param added headers that it does not know
/// @param gone headers that the file does not have
/// @param renamed headers that stand for others of it
public record EarlierMapping(
        @Nullable UUID savedMapping,
        String name,
        @Nullable Long importNumber,
        Instant usedAt,
        ImportSettings options,
        List<String> added,
        List<String> gone,
        List<Renamed> renamed) {

    /// A header that stands for another now.
    public record Renamed(String from, String to) {}

    /// Whether the file has the very headers that the mapping was made for.
    public boolean fits() {
        return added.isEmpty() && gone.isEmpty() && renamed.isEmpty();
    }
}
