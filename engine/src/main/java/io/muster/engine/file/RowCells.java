package io.muster.engine.file;

import java.util.Arrays;
import java.util.List;

/// The cells of the row at hand. Each character is looked at once: cells come out trimmed and in
/// NFC, and a row with anything unusual in it is marked as suspect.
final class RowCells {

    private static final char LAST_ASCII_TEXT = '~';

    private final int maxCell;
    private String[] cells = new String[16];
    private int[] rawLengths = new int[16];
    private int count;
    private int filled;
    private boolean suspect;

    /// @param maxCell characters above which a cell makes its row suspect
    RowCells(int maxCell) {
        this.maxCell = maxCell;
    }

    int count() {
        return count;
    }

    /// One more than the index of the last cell that is not blank; 0 for a blank row.
    int filled() {
        return filled;
    }

    /// Whether a cell is too long or may hold what is no text.
    boolean isSuspect() {
        return suspect;
    }

    /// Characters that a cell has in the file, before trimming.
    int rawLength(int index) {
        return rawLengths[index];
    }

    String cell(int index) {
        return cells[index];
    }

    /// The first cells, as many as asked for; missing ones are blank.
    List<String> cells(int size) {
        String[] copy = Arrays.copyOf(cells, size);
        if (count < size) {
            Arrays.fill(copy, count, size, "");
        }
        return List.of(copy);
    }

    /// All cells, storable and showable whatever they hold.
    List<String> visible() {
        return cells(count).stream().map(CellText::visible).toList();
    }

    void begin() {
        count = 0;
        filled = 0;
        suspect = false;
    }

    void add(String text) {
        int length = text.length();
        boolean plain = length > 0 && text.charAt(0) != ' ' && text.charAt(length - 1) != ' ';
        for (int i = 0; i < length && plain; i++) {
            plain = isPlain(text.charAt(i));
        }
        if (plain) {
            keep(text, length);
            filled = count;
        } else {
            add(text.toCharArray(), 0, length);
        }
    }

    void add(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && CellText.isSpace(buffer[from])) {
            from++;
        }
        while (from < to && CellText.isSpace(buffer[to - 1])) {
            to--;
        }
        if (from == to) {
            keep("", length);
        } else {
            keep(text(buffer, from, to), length);
            filled = count;
        }
    }

    private void keep(String text, int rawLength) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
            rawLengths = Arrays.copyOf(rawLengths, count * 2);
        }
        suspect |= rawLength > maxCell;
        rawLengths[count] = rawLength;
        cells[count++] = text;
    }

    private String text(char[] buffer, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to; i++) {
            plain &= isPlain(buffer[i]);
        }
        String text = new String(buffer, from, to - from);
        if (plain) {
            return text;
        }
        for (int i = from; i < to && !suspect; i++) {
            suspect = CellText.isSuspect(buffer[i]);
        }
        return CellText.nfc(text);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= LAST_ASCII_TEXT;
    }
}
