package io.muster.server.notifications.digests;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Info;
import io.muster.server.importlog.LogCounts;
import io.muster.server.importlog.LogSummary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the mail about a source says: numbers and reasons, no values of contacts.
///
/// @param source its name
/// @param days such as “3 May 2026”, or “27 Apr 2026 – 3 May 2026”
/// @param link to these rows in the log
/// @param settings where to change or end it
public record Digest(
        String source,
        String days,
        LogCounts counts,
        List<Reason> reasons,
        URI link,
        URI settings) {
    private static final int TOP_REASONS = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// Why rows failed or were warned about.
    ///
    /// @param field null when whole rows are meant
    public record Reason(long rows, @Nullable String field, String sentence) {}

    static Digest of(
            String source, Rhythm.Period period, LogSummary summary, URI link, URI settings) {
        return new Digest(
                source,
                days(period),
                summary.counts(),
                summary.reasons().entrySet().stream()
                        .map(reason ->
                                new Reason(
                                        reason.getValue().all(),
                                        Info.place(reason.getKey().field()),
                                        reason.getKey().code().sentence()))
                        .sorted(Comparator.comparingLong(Reason::rows).reversed())
                        .limit(TOP_REASONS)
                        .toList(),
                link,
                settings);
    }

    public String subject() {
        return t("digest.subject", source, counts.all(), counts.failure(), days);
    }

    private static String days(Rhythm.Period period) {
        Instant last = period.to().minus(Duration.ofDays(1));
        String end = DAY.format(last);
        return last.equals(period.from()) ? end : DAY.format(period.from()) + " – " + end;
    }
}
