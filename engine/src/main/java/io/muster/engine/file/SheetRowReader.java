package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of a workbook.
///
/// A row's number is how far below the header it stands. Blank rows between others count, as they
/// do in text; those below the last are only looks, which spreadsheets leave behind by the
/// thousand, and do not.
final class SheetRowReader implements RowReader {

    private final OpenWorkbook workbook;
    private final SheetRecords records;
    private final Limits limits;
    private final SheetHead head;
    private final RowCheck check;
    private long number;
    private boolean waiting;

    SheetRowReader(OpenWorkbook workbook, SheetFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        this.workbook = workbook;
        this.limits = limits;
        this.head = SheetHead.read(workbook, format, limits);
        this.check = new RowCheck(RowShape.SHEET, head.headers(), limits);
        this.records = new SheetRecords(workbook.rows(format.sheet()), limits);
    }

    @Override
    public List<String> headers() {
        return head.headers();
    }

    @Override
    public @Nullable SourceRow next() throws IOException, UnreadableFileException {
        if (!advance()) {
            return null;
        }
        long line = head.lineOf(number + 1);
        if (line < records.line()) {
            return new SourceRow.Blank(++number, line);
        }
        waiting = false;
        List<Info> found = records.isTooLong() ? List.of(tooLong()) : List.of();
        return check.row(++number, line, records.cells(), found);
    }

    @Override
    public long skipTo(long rowNumber) throws IOException, UnreadableFileException {
        long from = number;
        while (number + 1 < rowNumber && advance()) {
            long reached = head.numberOf(records.line());
            waiting = reached >= rowNumber;
            number = Math.min(reached, rowNumber - 1);
        }
        return number - from;
    }

    /// Has the next row with a value at hand.
    private boolean advance() throws IOException, UnreadableFileException {
        waiting = waiting || records.next(head.lineOf(number + 1));
        return waiting;
    }

    private Info tooLong() {
        return Info.of(
                Code.ROW_TOO_LONG,
                null,
                null,
                "The row has more than %,d characters. Shorten its cells and import the row again."
                        .formatted(limits.rowBytes()));
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            records.close();
        }
    }
}
