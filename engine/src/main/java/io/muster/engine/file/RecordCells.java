package io.muster.engine.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;

/// Takes the cells of one record after another from the parser. Each character is looked at once:
/// cells come out trimmed and in NFC, and a record with anything unusual in it is marked as
/// suspect.
final class RecordCells extends AbstractBaseCsvCallbackHandler<RecordCells> {

    /// What to make of the cells of a record.
    enum Taking {
        CELLS,
        /// Only that there is a record.
        NOTHING
    }

    private static final char LAST_ASCII_TEXT = '~';

    private final int maxCell;
    private Taking taking = Taking.CELLS;
    private String[] cells = new String[16];
    private int[] rawLengths = new int[16];
    private int count;
    private int filled;
    private boolean suspect;

    /// @param maxCell characters above which a cell makes its record suspect
    RecordCells(int maxCell) {
        this.maxCell = maxCell;
    }

    void take(Taking taking) {
        this.taking = taking;
    }

    int count() {
        return count;
    }

    /// One more than the index of the last cell that is not blank; 0 for a blank record.
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

    @Override
    protected void handleBegin(long startingLine) {
        count = 0;
        filled = 0;
        suspect = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (taking == Taking.NOTHING) {
            return;
        }
        if (index == cells.length) {
            cells = Arrays.copyOf(cells, index * 2);
            rawLengths = Arrays.copyOf(rawLengths, index * 2);
        }
        rawLengths[index] = length;
        suspect |= length > maxCell;
        count = index + 1;
        int from = offset;
        int to = offset + length;
        while (from < to && CellText.isSpace(buffer[from])) {
            from++;
        }
        while (from < to && CellText.isSpace(buffer[to - 1])) {
            to--;
        }
        if (from == to) {
            cells[index] = "";
        } else {
            cells[index] = text(buffer, from, to);
            filled = count;
        }
    }

    private String text(char[] buffer, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            plain &= c >= ' ' && c <= LAST_ASCII_TEXT;
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

    @Override
    protected RecordCells buildRecord() {
        return this;
    }
}
