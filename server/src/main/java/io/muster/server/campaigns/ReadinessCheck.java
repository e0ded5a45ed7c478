package io.muster.server.campaigns;

import org.jspecify.annotations.Nullable;

/// One thing that must be so before a campaign can begin.
///
/// @param message what is so, or what to do, for people
/// @param path where it can be mended; null where nothing is to be done
public record ReadinessCheck(Code code, boolean passed, String message, @Nullable String path) {

    /// What is checked; names are part of the API.
    public enum Code {
        IMPORT_FINISHED,
        COUNTS_MATCH,
        FAILED_ROWS_REVIEWED,
        DUPLICATES_RULE_CHOSEN,
        SUPPRESSION_APPLIED,
        TIME_ZONES_PRESENT
    }
}
