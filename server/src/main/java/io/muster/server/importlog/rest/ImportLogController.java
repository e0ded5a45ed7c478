package io.muster.server.importlog.rest;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.importlog.ImportLog;
import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogPayloads;
import io.muster.server.importlog.LogPlace;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs read the log.
@RestController("importLogApi")
@RequestMapping("/api/v1/import-log")
class ImportLogController {
    private static final String LIST = "import-log";

    private final ImportLog log;
    private final LogPayloads payloads;
    private final LogQuery query;

    ImportLogController(ImportLog log, LogPayloads payloads, LogQuery query) {
        this.log = log;
        this.payloads = payloads;
        this.query = query;
    }

    /// The newest first, and how many there are in all. Whoever may not read contacts sees masked
    /// values.
    ///
    /// @param from the first moment, with its offset; without `from` and `to` the last 15 minutes
    /// @param to the moment before which rows were received; open by default
    /// @param result `success`, `warning` or `failure`
    /// @param source `file`, `campaign`, `api` or the key of a source
    /// @param reason a code, and behind a colon the field that it is about: `INVALID_EMAIL:email`
    /// @param q part of a name, or a whole phone, email or external id
    @GetMapping
    LogPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String q,
            Paging paging) {
        LogFilter filter = query.read(caller, from, to, result, source, reason, q);
        Sight sight = Sight.of(caller);
        Cursor cursor = paging.cursor();
        LogPlace after =
                cursor == null
                        ? null
                        : cursor.read(
                                LIST,
                                2,
                                keys ->
                                        new LogPlace(
                                                UUID.fromString(keys.getFirst()),
                                                Long.parseLong(keys.getLast())));
        Page<LogEntry> page =
                Page.of(
                        log.list(caller.tenant(), filter, sight, after, paging.fetch()),
                        paging,
                        one -> Cursor.of(LIST, one.place().delivery(), one.place().row()));
        List<Map<String, Object>> said = payloads.of(caller.tenant(), page.items(), sight);
        List<LogEntryView> items = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            items.add(LogEntryView.of(page.items().get(i), said.get(i)));
        }
        return LogPage.of(items, page.next(), log.summary(caller.tenant(), filter), filter);
    }
}
