package io.muster.engine.file;

import java.io.IOException;
import java.util.List;

/// Finds delimiter and quote: the pair that cuts most rows into the same number of cells, quotes
/// respected.
final class DialectDetector {

    /// In order of preference where two cut a sample equally well.
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private static final double WRAPPED_SHARE = 0.5;

    /// A comma that a blank follows is more often prose than a delimiter.
    private static final double PROSE_PENALTY = 0.2;

    private DialectDetector() {}

    static Dialect detect(Sample sample) throws IOException {
        Dialect usual = detect(sample, '"');
        boolean single = sample.text().indexOf('"') < 0 && areWrapped(usual.table(), '\'');
        return single ? detect(sample, '\'') : usual;
    }

    private static Dialect detect(Sample sample, char quote) throws IOException {
        if (sample.hasSeparatorLine()) {
            char named = sample.separator();
            return cut(sample, named, quote, "named by a sep= line");
        }
        char best = DELIMITERS.getFirst();
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score =
                    score(sample.rows(delimiter, quote))
                            * (1 - PROSE_PENALTY * proseShare(sample.text(), delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return cut(sample, best, quote, "");
    }

    private static Dialect cut(Sample sample, char delimiter, char quote, String reason)
            throws IOException {
        List<Sample.Row> rows = sample.rows(delimiter, quote);
        int width = Table.usualWidth(rows);
        Evenness evenness = Evenness.of(rows, width);
        String found =
                width > 1
                        ? "%d of the first %d rows have %d columns"
                                .formatted(evenness.same(), evenness.filled(), width)
                        : "no delimiter, one column";
        return new Dialect(delimiter, quote, Table.of(rows), reason.isEmpty() ? found : reason);
    }

    /// Even rows count, and so do many columns: decimal commas cut each row of a table with
    /// semicolons in two.
    private static double score(List<Sample.Row> rows) {
        int width = Table.usualWidth(rows);
        if (width < 2) {
            return 0;
        }
        return Evenness.of(rows, width).share() * (1 - 1.0 / width);
    }

    /// How many of the rows that hold anything have the usual width.
    private record Evenness(long same, long filled) {
        static Evenness of(List<Sample.Row> rows, int width) {
            List<Sample.Row> filled = rows.stream().filter(row -> row.filled() > 0).toList();
            long same = filled.stream().filter(row -> row.width() == width).count();
            return new Evenness(same, filled.size());
        }

        double share() {
            return (double) same / Math.max(1, filled);
        }
    }

    private static double proseShare(String text, char delimiter) {
        int all = 0;
        int spaced = 0;
        for (int i = text.indexOf(delimiter); i >= 0; i = text.indexOf(delimiter, i + 1)) {
            all++;
            spaced += text.startsWith(" ", i + 1) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) spaced / all;
    }

    private static boolean areWrapped(Table table, char quote) {
        List<String> filled =
                table.rows().stream().flatMap(List::stream).filter(c -> !c.isBlank()).toList();
        String mark = String.valueOf(quote);
        long wrapped =
                filled.stream()
                        .filter(c -> c.length() > 1 && c.startsWith(mark) && c.endsWith(mark))
                        .count();
        return wrapped > 0 && wrapped >= WRAPPED_SHARE * filled.size();
    }
}
