package io.muster.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.file.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table as CSV in UTF-8. Cells that a spreadsheet would run are marked, and lose the mark when
/// the file comes back.
public final class CsvOutput implements TableOutput {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    public CsvOutput(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Spreadsheets take a file without it for one in their own code page.
        text.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().build(text);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::cell).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
