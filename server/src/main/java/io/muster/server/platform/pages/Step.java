package io.muster.server.platform.pages;

import org.jspecify.annotations.Nullable;

/// A step of a wizard.
///
/// @param path where the step can be gone back to, null when it cannot
public record Step(String label, Progress progress, @Nullable String path) {

    /// Where a step stands.
    public enum Progress {
        DONE,
        CURRENT,
        TO_COME
    }
}
