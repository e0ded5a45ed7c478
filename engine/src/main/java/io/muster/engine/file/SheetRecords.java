package io.muster.engine.file;

import io.muster.engine.file.xlsx.SheetRows;
import io.muster.engine.file.xlsx.WorkbookException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet that are not blank, each with the place where it stands.
final class SheetRecords implements Closeable {

    private final SheetRows rows;
    private final RowCells cells;
    private boolean ended;
    private @Nullable UnreadableFileException failure;

    SheetRecords(SheetRows rows, Limits limits) {
        this.rows = rows;
        this.cells = new RowCells(limits.cellChars());
    }

    /// Goes on to the next row that is not blank, from a row of the sheet on; false after the last.
    boolean next(long fromLine) throws IOException, UnreadableFileException {
        if (failure != null) {
            throw failure;
        }
        try {
            while (!ended && rows.next()) {
                if (rows.line() >= fromLine) {
                    take();
                    if (cells.filled() > 0 || rows.isTooLong()) {
                        return true;
                    }
                }
            }
        } catch (WorkbookException e) {
            failure = new UnreadableFileException(e);
            throw failure;
        }
        ended = true;
        return false;
    }

    private void take() {
        cells.begin();
        for (int i = 0; i < rows.width(); i++) {
            cells.add(rows.text(i));
        }
    }

    RowCells cells() {
        return cells;
    }

    long line() {
        return rows.line();
    }

    boolean isTooLong() {
        return rows.isTooLong();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
