package io.muster.server.importlog.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.fields.CustomFields;
import io.muster.server.importlog.ImportLog;
import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogFilters;
import io.muster.server.importlog.LogPayloads;
import io.muster.server.importlog.LogPlace;
import io.muster.server.platform.pages.Rendering;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The log for people.
@Controller
@RequestMapping("/import-log")
class ImportLogController {
    private final ImportLog log;
    private final LogPayloads payloads;
    private final LogFilters filters;
    private final CustomFields fields;
    private final Clock clock;

    ImportLogController(
            ImportLog log,
            LogPayloads payloads,
            LogFilters filters,
            CustomFields fields,
            Clock clock) {
        this.log = log;
        this.payloads = payloads;
        this.filters = filters;
        this.fields = fields;
        this.clock = clock;
    }

    /// @param before the place behind which the page begins
    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(defaultValue = "") String range,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before) {
        var question = LogQuestion.of(range, from, to, zone, result, source, reason, q);
        LogFilter filter = filter(caller, question);
        Sight sight = Sight.of(caller);
        LogPlace after = place(before);
        List<LogEntry> found =
                log.list(caller.tenant(), filter, sight, after, ImportLogPage.LIMIT + 1);
        var page =
                ImportLogPage.of(
                        question,
                        filter,
                        found,
                        log.summary(caller.tenant(), filter),
                        log.sources(caller.tenant()),
                        new LogFields(fields.all(caller.tenant())),
                        after,
                        sight);
        return new ModelAndView(
                rendering.choose("importlog/list", "importlog/results"), "page", page);
    }

    /// How many entries have come since a page was made, and the way to them.
    ///
    /// @param seen how many there were
    @GetMapping("/news")
    ModelAndView news(
            Caller caller,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long seen) {
        var question = LogQuestion.of("custom", from, "", "", result, source, reason, q);
        LogFilter filter = filter(caller, question);
        long now = log.summary(caller.tenant(), filter).counts().of(filter.result());
        return new ModelAndView("importlog/news", "count", Math.max(0, now - seen));
    }

    @GetMapping("/{delivery}/{row}")
    ModelAndView show(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID delivery,
            @PathVariable long row) {
        Sight sight = Sight.of(caller);
        LogEntry entry = log.get(caller.tenant(), delivery, row, sight);
        var page =
                LogEntryPage.of(
                        LogLine.of(entry, new LogFields(fields.all(caller.tenant()))),
                        payloads.of(caller.tenant(), List.of(entry), sight).getFirst(),
                        sight);
        return new ModelAndView(
                rendering.choose("importlog/show", "importlog/entry"), "page", page);
    }

    private LogFilter filter(Caller caller, LogQuestion question) {
        return filters.of(
                caller,
                question.range(clock.instant()),
                question.wantedResult(),
                question.wantedSource(),
                question.wantedReason(),
                question.q());
    }

    /// A place that cannot be read is none: the page begins at the newest.
    private static @Nullable LogPlace place(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? null
                    : new LogPlace(
                            UUID.fromString(text.substring(0, dot)),
                            Long.parseLong(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
