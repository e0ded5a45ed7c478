package io.muster.engine.report;

import io.muster.engine.file.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as an Excel workbook. Its cells are text, so that a spreadsheet neither runs them nor
/// takes phones and ids for numbers.
public final class SheetOutput implements TableOutput {
    /// The most rows that a sheet has, the header among them.
    public static final int MOST_ROWS = 1_048_576;

    private static final int FLUSH = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /// @param name of the sheet
    public SheetOutput(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Muster", "1.0");
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    /// @throws IllegalStateException when the sheet is full
    @Override
    public void row(List<String> cells) throws IOException {
        if (rows == MOST_ROWS) {
            throw new IllegalStateException("A sheet holds no more rows");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.inlineString(rows, i, cell(cells.get(i)));
            }
        }
        rows++;
        if (rows % FLUSH == 0) {
            sheet.flush();
        }
    }

    /// No mark keeps a spreadsheet from running text, which it does not run here anyway; only what
    /// would lose a mark of its own when it comes back gets another.
    private static String cell(String value) {
        return FormulaGuard.restore(value).equals(value) ? value : FormulaGuard.cell(value);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
