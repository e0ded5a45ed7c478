package io.muster.server.importlog.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Sight;
import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogPlace;
import io.muster.server.importlog.LogResult;
import io.muster.server.importlog.LogSummary;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page of the log shows.
///
/// @param news where to ask how much has come since; null where nothing can come
public record ImportLogPage(
        LogQuestion question,
        List<LogLine> lines,
        List<LogTab> tabs,
        List<LogFacet> facets,
        List<Choice> sources,
        Pager pager,
        long count,
        @Nullable String news,
        String download,
        Sight sight) {
    static final int LIMIT = 50;
    private static final int MOST_FACETS = 12;

    /// @param found one more than fits, if there are more
    /// @param after where the page begins, null at the newest
    static ImportLogPage of(
            LogQuestion question,
            LogFilter filter,
            List<LogEntry> found,
            LogSummary summary,
            List<String> sources,
            LogFields fields,
            @Nullable LogPlace after,
            Sight sight) {
        List<LogEntry> shown = found.subList(0, Math.min(found.size(), LIMIT));
        var pager =
                new Pager(
                        after == null ? null : question.address(),
                        found.size() > LIMIT
                                ? question.address(place(shown.getLast().place()))
                                : null);
        return new ImportLogPage(
                question,
                shown.stream().map(entry -> LogLine.of(entry, fields)).toList(),
                tabs(question, filter, summary),
                facets(question, filter, summary, fields),
                sources(sources),
                pager,
                summary.counts().of(filter.result()),
                after == null && filter.range().isOpen()
                        ? question.news(filter.range().from(), summary.counts().of(filter.result()))
                        : null,
                question.download(filter.range()),
                sight);
    }

    static String place(LogPlace place) {
        return place.delivery() + "." + place.row();
    }

    /// Whether people's values are hidden from the viewer.
    public boolean masked() {
        return !sight.isWhole();
    }

    public String counted() {
        return t("log.count", count);
    }

    public boolean isNarrowed() {
        return !question.q().isBlank()
                || !question.source().isBlank()
                || !question.reason().isBlank()
                || !question.result().isBlank();
    }

    public String longerPath() {
        return question.with(Preset.ALL).address();
    }

    public List<Choice> presets() {
        return Arrays.stream(Preset.values())
                .map(preset -> new Choice(preset.text(), preset.label()))
                .toList();
    }

    private static List<LogTab> tabs(LogQuestion question, LogFilter filter, LogSummary summary) {
        List<LogTab> tabs = new ArrayList<>();
        tabs.add(
                new LogTab(
                        t("log.tab.all"),
                        summary.counts().all(),
                        question.withResult(null).address(),
                        filter.result() == null));
        for (LogResult result : LogResult.values()) {
            tabs.add(
                    new LogTab(
                            t("log.result." + result.text()),
                            summary.counts().of(result),
                            question.withResult(result).address(),
                            filter.result() == result));
        }
        return tabs;
    }

    /// A reason that is chosen leads back to all.
    private static List<LogFacet> facets(
            LogQuestion question, LogFilter filter, LogSummary summary, LogFields fields) {
        return summary.reasons().entrySet().stream()
                .limit(MOST_FACETS)
                .map(one -> {
                    boolean current = one.getKey().equals(filter.reason());
                    return new LogFacet(
                            one.getKey().words(),
                            fields.place(one.getKey().field()),
                            one.getValue().of(filter.result()),
                            question.withReason(current ? null : one.getKey()).address(),
                            current);
                })
                .toList();
    }

    private static List<Choice> sources(List<String> sources) {
        return Stream.concat(
                        Stream.of(new Choice("", t("log.source.all"))),
                        sources.stream().map(source -> new Choice(source, LogLine.source(source))))
                .toList();
    }
}
