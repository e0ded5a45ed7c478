package io.muster.server.importlog.store;

import io.muster.server.importlog.LogCounts;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogReason;
import io.muster.server.importlog.LogSummary;
import io.muster.server.importlog.store.LogTallyStore.Line;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts counted lines together: one without a code is about all rows.
final class Lines {
    private Lines() {}

    static LogSummary summary(LogFilter filter, List<Line> lines) {
        Map<LogReason, LogCounts> reasons = new LinkedHashMap<>();
        LogCounts all = LogCounts.NONE;
        for (Line line : lines) {
            if (line.code().isEmpty()) {
                all = line.counts();
            }
        }
        lines.stream()
                .filter(line -> line.counts().of(filter.result()) > 0)
                .sorted(
                        Comparator.comparingLong((Line line) -> line.counts().of(filter.result()))
                                .reversed()
                                .thenComparing(Line::code)
                                .thenComparing(Line::field))
                .forEach(line ->
                        LogReason.of(line.code(), line.field().isEmpty() ? null : line.field())
                                .ifPresent(reason -> reasons.put(reason, line.counts())));
        LogCounts counts =
                filter.reason() == null
                        ? all
                        : lines.stream()
                                .filter(line -> isAbout(line, filter.reason()))
                                .map(Line::counts)
                                .findFirst()
                                .orElse(LogCounts.NONE);
        return new LogSummary(counts, reasons);
    }

    private static boolean isAbout(Line line, LogReason reason) {
        String field = reason.field() == null ? "" : reason.field();
        return line.code().equals(reason.code().name()) && line.field().equals(field);
    }
}
