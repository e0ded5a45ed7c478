package io.muster.engine.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the table starts in a sample, and its first rows.
///
/// @param skipLines physical lines before it: a preamble, a `sep=` line, blank lines
/// @param rows its cells from the header or first row on, blank rows left out
record Table(int skipLines, List<List<String>> rows) {

    /// A preamble longer than this is no preamble.
    private static final int LONGEST_PREAMBLE = 50;

    static Table of(List<Sample.Row> rows) {
        int start = start(rows);
        if (start == rows.size()) {
            return new Table(0, List.of());
        }
        List<List<String>> table =
                rows.subList(start, rows.size()).stream()
                        .filter(row -> row.filled() > 0)
                        .map(Sample.Row::cells)
                        .toList();
        return new Table((int) rows.get(start).line() - 1, table);
    }

    /// The number of cells that most rows have, of those with more than one; 1 where none has.
    static int usualWidth(List<Sample.Row> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.stream()
                .filter(row -> row.width() > 1 && row.filled() > 0)
                .forEach(row -> counts.merge(row.width(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /// The first row as wide as the table, if all before it looks like a preamble; else the first
    /// row with a value. Taking a contact for a preamble would lose it, so in doubt a row belongs
    /// to the table.
    private static int start(List<Sample.Row> rows) {
        int first = 0;
        while (first < rows.size() && rows.get(first).filled() == 0) {
            first++;
        }
        int width = filledWidth(rows);
        int last = Math.min(rows.size(), first + LONGEST_PREAMBLE);
        boolean preamble = true;
        for (int i = first; i < last; i++) {
            Sample.Row row = rows.get(i);
            if (row.filled() == 0) {
                continue;
            }
            if (row.width() >= width && row.filled() * 2 > width) {
                boolean apart = i > first && rows.get(i - 1).filled() == 0;
                return preamble || apart ? i : first;
            }
            preamble &= row.filled() <= 1 || row.filled() * 2 <= width;
        }
        return first;
    }

    /// The usual width without columns at the end that are blank in every row.
    private static int filledWidth(List<Sample.Row> rows) {
        int width = usualWidth(rows);
        return rows.stream()
                .filter(row -> row.width() == width)
                .mapToInt(Table::lastFilled)
                .max()
                .orElse(1);
    }

    private static int lastFilled(Sample.Row row) {
        int last = row.width();
        while (last > 0 && row.cells().get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }
}
