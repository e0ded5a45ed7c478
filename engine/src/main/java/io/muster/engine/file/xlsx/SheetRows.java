package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet that hold a cell with a value, from top to bottom. What the sheet says of
/// its own size is not asked.
public final class SheetRows implements Closeable {

    private static final int LAST_LINE = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int LETTERS = 26;

    private final XmlPart xml;
    private final CellTexts texts;
    private final int rowBytes;
    private String[] cells = new String[16];
    private int width;
    private long line;
    private long chars;

    SheetRows(XmlPart xml, CellTexts texts, int rowBytes) {
        this.xml = xml;
        this.texts = texts;
        this.rowBytes = rowBytes;
    }

    /// Goes on to the next row with a value; false after the last.
    public boolean next() throws IOException {
        try {
            while (xml.next() && !xml.isEnd("sheetData")) {
                if (xml.isStart("row")) {
                    readRow();
                    if (width > 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (WorkbookException e) {
            throw e.at(line);
        }
    }

    /// The number of the row that a spreadsheet shows beside it.
    public long line() {
        return line;
    }

    /// One more than the index of the row's last cell with a value.
    public int width() {
        return width;
    }

    /// The text of a cell below [#width()]; `""` where there is none.
    public String text(int column) {
        return cells[column];
    }

    /// Whether the row has more characters than allowed; those that are too many are left out.
    public boolean isTooLong() {
        return chars > rowBytes;
    }

    private void readRow() throws IOException {
        // Rows that do not say where they are, or say nonsense, follow one another.
        line = Math.max(line + 1, number(xml.attribute("r")));
        if (line > LAST_LINE) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
        width = 0;
        chars = 0;
        int column = 0;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                column = Math.max(column, column(xml.attribute("r")));
                if (column >= LAST_COLUMN) {
                    throw new WorkbookException(Code.DAMAGED_WORKBOOK);
                }
                keep(column++, texts.read(xml));
            }
        }
    }

    private void keep(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        chars += text.length();
        if (column >= cells.length) {
            int used = cells.length;
            cells = Arrays.copyOf(cells, Math.max(2 * used, column + 1));
        }
        Arrays.fill(cells, width, column, "");
        cells[column] = isTooLong() ? "" : text;
        width = column + 1;
    }

    private static long number(@Nullable String line) {
        try {
            return line == null ? 0 : Integer.parseInt(line);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The index that the letters of an address such as `AB12` name; 0 for none.
    private static int column(@Nullable String address) {
        int column = 0;
        int i = 0;
        while (address != null
                && i < address.length()
                && address.charAt(i) >= 'A'
                && address.charAt(i) <= 'Z'
                && column <= LAST_COLUMN) {
            column = column * LETTERS + address.charAt(i++) - 'A' + 1;
        }
        return Math.max(0, column - 1);
    }

    @Override
    public void close() throws IOException {
        try (xml) {
            texts.close();
        }
    }
}
