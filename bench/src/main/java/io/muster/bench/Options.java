package io.muster.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What to measure, and how long.
///
/// @param rows of the large file; the small one has a tenth
/// @param rounds how often import and raw COPY take turns
/// @param only names of the figures wanted; empty for all
/// @param work folder for files and data, kept between runs
public record Options(long rows, int rounds, Set<String> only, Path work, Path report) {
    private static final int FULL_ROWS = 1_000_000;
    private static final int QUICK_ROWS = 100_000;

    static final String USAGE =
            """
            usage: ./muster bench [options]

              --quick          100,000 rows in place of a million
              --rows N         any other number of rows
              --rounds N       turns of import and raw COPY (default 2)
              --only a,b       only these figures: new-import, peers, re-import, review, contacts, errors, log, push, memory, small-beside-big, start
              --report FILE    where the table goes (default docs/performance.md; with --only it is printed, not written)
              --micro          the engine's steps by JMH instead
            """;

    static Options of(List<String> arguments, @Nullable String workFolder) {
        long rows = FULL_ROWS;
        int rounds = 2;
        Set<String> only = new TreeSet<>();
        Path report = Path.of("docs", "performance.md");
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--quick" -> rows = QUICK_ROWS;
                case "--rows" -> rows = Long.parseLong(value(option, rest));
                case "--rounds" -> rounds = Integer.parseInt(value(option, rest));
                case "--only" -> only.addAll(List.of(value(option, rest).split(",")));
                case "--report" -> report = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("There is no option " + option);
            }
        }
        if (rows < 1_000 || rounds < 1) {
            throw new IllegalArgumentException("At least 1,000 rows and one round are needed");
        }
        Path work =
                workFolder == null || workFolder.isBlank()
                        ? Path.of("target", "bench")
                        : Path.of(workFolder);
        return new Options(rows, rounds, only, work.toAbsolutePath(), report);
    }

    public long smallRows() {
        return rows / 10;
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        String value = rest.pollFirst();
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s needs a value".formatted(option.toLowerCase(Locale.ROOT)));
        }
        return value;
    }
}
