package io.muster.engine.file;

import io.muster.engine.file.xlsx.Sheet;
import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds the sheet of a workbook that holds the contacts, and where its table starts.
final class SheetDetector {

    /// Rows to judge by, as many as [HeaderDetector] looks at and a preamble before them.
    private static final int ROWS = 250;

    private static final int CHARS = 1 << 20;

    private SheetDetector() {}

    /// Takes the first sheet with a value that people see.
    static SheetDetection detect(FileSource source, Limits limits)
            throws IOException, UnreadableFileException {
        try (OpenWorkbook workbook = OpenWorkbook.of(source, limits)) {
            List<Sheet> sheets = workbook.sheets();
            List<Sheet> visible = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
            List<Sheet> candidates = visible.isEmpty() ? sheets : visible;
            for (Sheet sheet : candidates) {
                List<Sample.Row> rows = rows(workbook, sheet.name(), limits);
                if (!rows.isEmpty()) {
                    return detection(sheets, sheet.name(), reason(sheets, sheet), rows);
                }
            }
            throw new UnreadableFileException(Code.EMPTY_FILE);
        }
    }

    static SheetDetection detect(FileSource source, String sheet, Limits limits)
            throws IOException, UnreadableFileException {
        try (OpenWorkbook workbook = OpenWorkbook.of(source, limits)) {
            List<Sample.Row> rows = rows(workbook, sheet, limits);
            if (rows.isEmpty()) {
                throw new UnreadableFileException(
                        Code.EMPTY_FILE,
                        0,
                        "The sheet \"%s\" is empty. Choose another one.".formatted(sheet));
            }
            return detection(workbook.sheets(), sheet, "chosen", rows);
        }
    }

    private static String reason(List<Sheet> sheets, Sheet chosen) {
        if (sheets.size() == 1) {
            return "the only sheet";
        }
        long hidden = sheets.stream().filter(Sheet::hidden).count();
        String place =
                sheets.getFirst().equals(chosen)
                        ? "the first of %d sheets".formatted(sheets.size())
                        : "the first with values of %d sheets".formatted(sheets.size());
        return hidden == 0 ? place : place + ", %d hidden".formatted(hidden);
    }

    private static SheetDetection detection(
            List<Sheet> sheets, String sheet, String reason, List<Sample.Row> rows) {
        Table table = Table.of(rows);
        HeaderGuess header = HeaderDetector.detect(table.rows());
        return new SheetDetection(
                new SheetFormat(sheet, table.skipLines(), header.mode()),
                sheets,
                reason,
                header.reason());
    }

    /// The first rows that are not blank, each as wide as the widest: what lies to the right of a
    /// row is no less a cell for being blank. A gap between rows is kept as a blank row.
    private static List<Sample.Row> rows(OpenWorkbook workbook, String sheet, Limits limits)
            throws IOException, UnreadableFileException {
        List<Sample.Row> rows = new ArrayList<>();
        int width = 0;
        try (SheetRecords records = new SheetRecords(workbook.rows(sheet), limits)) {
            long chars = 0;
            while (rows.size() < ROWS && chars < CHARS && records.next(0)) {
                RowCells cells = records.cells();
                long before = rows.isEmpty() ? records.line() : rows.getLast().line() + 1;
                if (before < records.line()) {
                    rows.add(new Sample.Row(before, List.of(), 0));
                }
                int filled =
                        (int) cells.cells(cells.count()).stream().filter(c -> !c.isEmpty()).count();
                rows.add(new Sample.Row(records.line(), cells.cells(cells.filled()), filled));
                width = Math.max(width, cells.filled());
                chars += cells.visible().stream().mapToInt(String::length).sum();
            }
        }
        int all = width;
        return rows.stream().map(row -> widened(row, all)).toList();
    }

    private static Sample.Row widened(Sample.Row row, int width) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        return new Sample.Row(row.line(), cells, row.filled());
    }
}
