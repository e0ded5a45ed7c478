package io.muster.engine.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/// Takes the cells of one record after another from the parser.
final class RecordCells extends AbstractBaseCsvCallbackHandler<RowCells> {

    /// What to make of the cells of a record.
    enum Taking {
        CELLS,
        /// Only that there is a record.
        NOTHING
    }

    private final RowCells cells;
    private Taking taking = Taking.CELLS;

    RecordCells(RowCells cells) {
        this.cells = cells;
    }

    void take(Taking taking) {
        this.taking = taking;
    }

    @Override
    protected void handleBegin(long startingLine) {
        cells.begin();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (taking == Taking.CELLS) {
            cells.add(buffer, offset, length);
        }
    }

    @Override
    protected RowCells buildRecord() {
        return cells;
    }
}
