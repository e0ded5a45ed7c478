package io.muster.engine.file;

import io.muster.engine.outcome.Info;
import java.util.List;

/// One record of a file.
public sealed interface SourceRow {

    /// Counts the records after the header, from 1; blank ones count too.
    long number();

    /// The physical line on which the record starts, from 1.
    long line();

    /// A record with something in it.
    ///
    /// @param cells trimmed, in NFC, as many as there are headers
    record Filled(long number, long line, List<String> cells, List<Info> warnings)
            implements SourceRow {}

    /// A record with no text in any cell.
    record Blank(long number, long line) implements SourceRow {}

    /// A record that cannot be taken as it stands.
    ///
    /// @param cells what could be read of it
    record Unreadable(long number, long line, List<String> cells, List<Info> info)
            implements SourceRow {}
}
