package io.muster.engine.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// How many rows a file has, and how many of them hold a value in each column.
///
/// @param rows blank and unreadable ones too, as the reader numbers them
/// @param readable those that could be read and hold anything
/// @param filled of these, by column, those that hold a value
public record FillCount(long rows, long readable, List<Long> filled) {

    /// Reads the whole file.
    public static FillCount of(FileSource source, FileFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        try (RowReader reader = RowReaders.open(source, format, limits)) {
            long[] filled = new long[reader.headers().size()];
            long rows = 0;
            long readable = 0;
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows++;
                if (row instanceof SourceRow.Filled(_, _, List<String> cells, _)) {
                    readable++;
                    for (int i = 0; i < filled.length; i++) {
                        filled[i] += cells.get(i).isEmpty() ? 0 : 1;
                    }
                }
            }
            return new FillCount(rows, readable, Arrays.stream(filled).boxed().toList());
        }
    }

    /// The share of the readable rows that hold a value in a column, 0 to 1.
    public double rate(int column) {
        return readable == 0 ? 0 : (double) filled.get(column) / readable;
    }
}
