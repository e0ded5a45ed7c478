package io.muster.server.importlog;

import java.util.LinkedHashMap;
import java.util.Map;

/// Rows of the log by result, and again by reason.
///
/// @param counts of the rows that are asked for, whatever their result
/// @param reasons of the same rows, whatever reason is asked for; the most frequent first
public record LogSummary(LogCounts counts, Map<LogReason, LogCounts> reasons) {

    public LogSummary {
        reasons = new LinkedHashMap<>(reasons);
    }
}
