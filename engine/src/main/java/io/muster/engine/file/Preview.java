package io.muster.engine.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first look at a file's content.
///
/// @param rows the first rows, in file order
/// @param columns what the first [#LOOK] rows hold in each column
public record Preview(List<String> headers, List<SourceRow> rows, List<Column> columns) {

    /// Rows looked at for samples and fill rates.
    public static final int LOOK = 1_000;

    private static final int SAMPLES = 5;

    /// Reads the beginning of a file. An unclosed quote further down does not hide the rows before
    /// it.
    ///
    /// @param rows how many rows to keep at most
    public static Preview read(FileSource source, FileFormat format, Limits limits, int rows)
            throws IOException, UnreadableFileException {
        try (RowReader reader = RowReaders.open(source, format, limits)) {
            List<SourceRow> first = new ArrayList<>();
            List<ColumnLook> looks = reader.headers().stream().map(ColumnLook::new).toList();
            int filled = 0;
            for (int i = 0; i < Math.max(rows, LOOK); i++) {
                SourceRow row = nextReadable(reader);
                if (row == null) {
                    break;
                }
                if (i < rows) {
                    first.add(row);
                }
                if (i < LOOK && row instanceof SourceRow.Filled(_, _, var cells, _)) {
                    filled++;
                    for (int c = 0; c < cells.size(); c++) {
                        looks.get(c).see(cells.get(c));
                    }
                }
            }
            return new Preview(reader.headers(), List.copyOf(first), columns(looks, filled));
        }
    }

    private static @Nullable SourceRow nextReadable(RowReader reader) throws IOException {
        try {
            return reader.next();
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    private static List<Column> columns(List<ColumnLook> looks, int rows) {
        List<Column> columns = new ArrayList<>(looks.size());
        for (ColumnLook look : looks) {
            columns.add(look.column(columns.size(), rows));
        }
        return List.copyOf(columns);
    }

    /// What was seen of one column.
    private static final class ColumnLook {

        private final String name;
        private final Set<String> samples = new LinkedHashSet<>();
        private int filled;

        ColumnLook(String name) {
            this.name = name;
        }

        void see(String cell) {
            if (!cell.isEmpty()) {
                filled++;
                if (samples.size() < SAMPLES) {
                    samples.add(cell);
                }
            }
        }

        Column column(int index, int rows) {
            double fillRate = rows == 0 ? 0 : (double) filled / rows;
            return new Column(index, name, List.copyOf(samples), fillRate);
        }
    }
}
