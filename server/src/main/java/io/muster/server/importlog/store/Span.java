package io.muster.server.importlog.store;

import io.muster.server.importlog.LogRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How coarsely rows are counted ahead.
enum Span {
    /// Not ahead: each delivery by itself.
    DELIVERY(ChronoUnit.MICROS),
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A piece of a range that whole spans fill.
    record Part(Span span, Instant from, Instant to) {}

    /// Takes a range apart into whole spans, as few as there are: days in the middle, and finer
    /// ones towards its ends.
    static List<Part> parts(LogRange range) {
        List<Part> parts = new ArrayList<>();
        add(parts, range.from(), range.to(), 0);
        return parts;
    }

    private static void add(List<Part> parts, Instant from, Instant to, int level) {
        Span span = values()[level];
        if (!from.isBefore(to)) {
            return;
        }
        if (span == DAY) {
            parts.add(new Part(span, from, to));
            return;
        }
        Span coarser = values()[level + 1];
        Instant first = coarser.up(from);
        Instant last = coarser.down(to);
        if (first.isBefore(last)) {
            part(parts, span, from, first);
            part(parts, span, last, to);
            add(parts, first, last, level + 1);
        } else {
            part(parts, span, from, to);
        }
    }

    private static void part(List<Part> parts, Span span, Instant from, Instant to) {
        if (from.isBefore(to)) {
            parts.add(new Part(span, from, to));
        }
    }

    private Instant down(Instant at) {
        return at.equals(Instant.MAX) || at.equals(Instant.MIN) ? at : at.truncatedTo(unit);
    }

    private Instant up(Instant at) {
        Instant down = down(at);
        return down.equals(at) ? at : down.plus(1, unit);
    }
}
