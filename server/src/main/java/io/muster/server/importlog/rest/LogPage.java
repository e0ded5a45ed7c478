package io.muster.server.importlog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.muster.engine.outcome.Code;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of the log, and what there is in all.
///
/// @param counts of everything in the range that the other parameters ask for, whatever its result
/// @param reasons of the same rows with the wanted result, the most frequent first
@JsonInclude(Include.ALWAYS)
record LogPage(
        List<LogEntryView> items, @Nullable String next, Counts counts, List<Reason> reasons) {

    /// Rows by result.
    record Counts(long all, long success, long warning, long failure) {}

    /// Rows that have a remark.
    ///
    /// @param field that it is about; null when whole rows are meant
    record Reason(Code code, @Nullable String field, long rows) {}

    static LogPage of(
            List<LogEntryView> items, @Nullable String next, LogSummary summary, LogFilter filter) {
        return new LogPage(
                items,
                next,
                new Counts(
                        summary.counts().all(),
                        summary.counts().success(),
                        summary.counts().warning(),
                        summary.counts().failure()),
                summary.reasons().entrySet().stream()
                        .map(one ->
                                new Reason(
                                        one.getKey().code(),
                                        one.getKey().field(),
                                        one.getValue().of(filter.result())))
                        .toList());
    }
}
