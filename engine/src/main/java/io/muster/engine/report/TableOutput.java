package io.muster.engine.report;

import java.io.IOException;
import java.util.List;

/// Writes a table into a file that comes back as it is: a row at a time, in memory that does not
/// grow with the table.
public sealed interface TableOutput extends AutoCloseable permits CsvOutput, SheetOutput {

    /// @param cells values as the fields write them, empty for none
    void row(List<String> cells) throws IOException;

    /// Ends the file; without it, it is none.
    @Override
    void close() throws IOException;
}
