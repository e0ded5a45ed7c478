package io.muster.server.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks as spreadsheets save them.
public final class Workbooks {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /// Numbers, a percentage and a date in cells of their kinds, and an older sheet that is hidden
    /// and whose table starts further down.
    public static byte[] ofTwoSheets() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Customers");
            row(sheet, 0, List.of("Name", "Phone", "Postal code", "Signed on", "Share"));
            row(sheet, 1, List.of("Ada Byron", 5125550101L, 1067, LocalDate.of(2026, 3, 1), 0.25));
            sheet.style(1, 2).format("00000").set();
            sheet.style(1, 3).format("dd.MM.yyyy").set();
            sheet.style(1, 4).format("0%").set();
            Worksheet old = workbook.newWorksheet("Old");
            old.setVisibilityState(VisibilityState.HIDDEN);
            row(old, 0, List.of("Before the move"));
            row(old, 2, List.of("Name", "Phone", "Note"));
            row(old, 3, List.of("Bo Lund", "512 555 0102", "called"));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case LocalDate date -> sheet.value(row, i, date);
                case Number number -> sheet.value(row, i, number);
                case Object text -> sheet.value(row, i, text.toString());
            }
        }
    }

    /// The workbook with a row more on its first sheet, as if somebody had typed it in.
    ///
    /// @param cells XML of the row's cells
    public static byte[] withRow(byte[] workbook, String cells) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        var bytes = new ByteArrayOutputStream();
        Files.write(file, workbook);
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : from.stream().toList().toArray(ZipEntry[]::new)) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(SHEET)) {
                    content =
                            new String(content, StandardCharsets.UTF_8)
                                    .replace(
                                            "</sheetData>",
                                            "<row r=\"2\">" + cells + "</row></sheetData>")
                                    .getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                new ByteArrayInputStream(content).transferTo(to);
            }
        } finally {
            Files.delete(file);
        }
        return bytes.toByteArray();
    }
}
