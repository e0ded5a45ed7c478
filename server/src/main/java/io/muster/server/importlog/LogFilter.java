package io.muster.server.importlog;

import io.muster.server.contacts.ContactSearch;
import org.jspecify.annotations.Nullable;

/// Which rows of the log are wanted.
///
/// @param result null for all
/// @param source `file`, `campaign`, `api` or the key of a source; null for all
/// @param reason null for all
/// @param who whom they are about
public record LogFilter(
        LogRange range,
        @Nullable LogResult result,
        @Nullable String source,
        @Nullable LogReason reason,
        ContactSearch who) {

    /// All that has come from one source.
    public static LogFilter ofSource(LogRange range, String source) {
        return new LogFilter(range, null, source, null, new ContactSearch.All());
    }

    /// The same rows, whatever became of them.
    public LogFilter ofAnyResult() {
        return new LogFilter(range, null, source, reason, who);
    }

    /// The same rows, whatever was remarked.
    public LogFilter ofAnyReason() {
        return new LogFilter(range, result, source, null, who);
    }
}
