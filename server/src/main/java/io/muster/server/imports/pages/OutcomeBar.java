package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.number;

import io.muster.server.imports.RowCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How the rows of an import divide among the outcomes, to be drawn as one bar.
///
/// @param parts every outcome, those without rows too
/// @param total rows in all
public record OutcomeBar(List<Part> parts, long total) {
    /// Width of the whole bar, in the units of its drawing.
    public static final int WIDTH = 1_000;

    private static final int LEAST = 6;

    /// @param x where it begins
    /// @param width nought when no row ended so
    public record Part(OutcomeKind kind, long count, int x, int width) {
        public String cssClass() {
            return "outcome-" + kind.key();
        }
    }

    /// @param unprocessed rows that were given up
    public static OutcomeBar of(RowCounts counts, long unprocessed) {
        return of(counts, unprocessed, LEAST);
    }

    /// @param least width of a part that has any rows
    static OutcomeBar of(RowCounts counts, long unprocessed, int least) {
        long total = counts.processed() + unprocessed;
        List<Integer> widths = widths(counts, unprocessed, total, least);
        List<Part> parts = new ArrayList<>();
        int x = 0;
        for (OutcomeKind kind : OutcomeKind.values()) {
            int width = widths.get(kind.ordinal());
            parts.add(new Part(kind, kind.in(counts, unprocessed), x, width));
            x += width;
        }
        return new OutcomeBar(parts, total);
    }

    /// One row in a million can still be seen; the widest part pays for it.
    private static List<Integer> widths(RowCounts counts, long unprocessed, long total, int least) {
        List<Integer> widths = new ArrayList<>();
        int widest = 0;
        for (OutcomeKind kind : OutcomeKind.values()) {
            long count = kind.in(counts, unprocessed);
            int fair = total == 0 ? 0 : (int) Math.round((double) count * WIDTH / total);
            widths.add(count == 0 ? 0 : Math.max(fair, least));
            widest = widths.getLast() > widths.get(widest) ? kind.ordinal() : widest;
        }
        int sum = widths.stream().mapToInt(Integer::intValue).sum();
        if (sum > 0) {
            widths.set(widest, widths.get(widest) + WIDTH - sum);
        }
        return widths;
    }

    /// The parts that have rows.
    public List<Part> present() {
        return parts.stream().filter(part -> part.count() > 0).toList();
    }

    /// The equation's terms: unprocessed rows only where there are any.
    public List<Part> terms() {
        return parts.stream()
                .filter(part -> part.kind() != OutcomeKind.UNPROCESSED || part.count() > 0)
                .toList();
    }

    /// The bar in words.
    public String words() {
        return present().stream()
                .map(part -> number(part.count()) + " " + part.kind().word())
                .collect(Collectors.joining(", "));
    }
}
