package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Where the rows of a sheet begin, and the names of its columns.
///
/// @param firstLine the row of the sheet that is the first row
record SheetHead(List<String> headers, long firstLine) {

    /// A sheet does not say how wide its table is, so this many rows are asked.
    private static final int LOOK = 100;

    private static final int LOOK_CHARS = 4 << 20;

    static SheetHead read(OpenWorkbook workbook, SheetFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        try (SheetRecords records = new SheetRecords(workbook.rows(format.sheet()), limits)) {
            if (!records.next(format.skipLines() + 1L)) {
                throw new UnreadableFileException(Code.EMPTY_FILE);
            }
            long line = records.line();
            requireReadable(records, limits);
            List<String> cells = new ArrayList<>(named(records.cells()));
            int width = widest(records, limits);
            return switch (format.header()) {
                case ABSENT -> new SheetHead(Headers.unnamedTo(width), line);
                case PRESENT -> {
                    while (cells.size() < width) {
                        cells.add("");
                    }
                    yield new SheetHead(Headers.names(cells), line + 1);
                }
            };
        }
    }

    private static List<String> named(RowCells cells) {
        return cells.visible().subList(0, cells.filled());
    }

    private static void requireReadable(SheetRecords records, Limits limits)
            throws UnreadableFileException {
        RowCells cells = records.cells();
        long line = records.line();
        if (cells.filled() > limits.columns()) {
            throw new UnreadableFileException(
                    Code.TOO_MANY_COLUMNS,
                    line,
                    "Row %d of the sheet has more than %,d columns. Remove those you do not need."
                            .formatted(line, limits.columns()));
        }
        for (int i = 0; i < cells.count(); i++) {
            if (records.isTooLong() || cells.rawLength(i) > limits.cellChars()) {
                Code why = records.isTooLong() ? Code.ROW_TOO_LONG : Code.CELL_TOO_LONG;
                throw new UnreadableFileException(
                        Code.NOT_A_TABLE,
                        line,
                        "The first row, on line %d, cannot be read. %s"
                                .formatted(line, why.sentence()));
            }
        }
    }

    private static int widest(SheetRecords records, Limits limits) throws IOException {
        int width = records.cells().filled();
        long chars = 0;
        try {
            for (int i = 0; i < LOOK && chars < LOOK_CHARS && records.next(0); i++) {
                int filled = records.cells().filled();
                width = filled > limits.columns() ? width : Math.max(width, filled);
                for (int c = 0; c < records.cells().count(); c++) {
                    chars += records.cells().rawLength(c);
                }
            }
        } catch (UnreadableFileException e) {
            // The reader finds it again, behind the rows that stand before it.
            return width;
        }
        return width;
    }

    long lineOf(long number) {
        return firstLine + number - 1;
    }

    long numberOf(long line) {
        return line - firstLine + 1;
    }
}
