package io.muster.engine.file;

import io.muster.engine.outcome.Info;
import java.util.List;

/// One record of a file after its header. Its texts can be stored as they are: characters that are
/// no text appear as visible escapes, such as `\x81` for a byte or `\u0000` for a character.
public sealed interface SourceRow {
    /// Of a cell beside its characters, and of a row beside its cells.
    int CELL_WEIGHT = 48;

    /// Counts the records after the header from 1; blank ones count too.
    long number();

    /// The physical line, from 1, where the record starts.
    long line();

    /// As many as could be told apart; none of a blank row.
    List<String> cells();

    /// About as many bytes as it takes in memory.
    default long weight() {
        long weight = CELL_WEIGHT;
        for (String cell : cells()) {
            weight += CELL_WEIGHT + cell.length();
        }
        return weight;
    }

    /// A row with at least one value.
    ///
    /// @param cells exactly one for each header, trimmed and in Unicode NFC, `""` when blank
    /// @param warnings what was taken leniently, such as missing cells; mostly empty
    record Filled(long number, long line, List<String> cells, List<Info> warnings)
            implements SourceRow {}

    /// A line without values: blank, or delimiters only.
    record Blank(long number, long line) implements SourceRow {
        @Override
        public List<String> cells() {
            return List.of();
        }
    }

    /// A row that cannot be taken; the rows after it can.
    ///
    /// @param info every reason, at least one
    record Unreadable(long number, long line, List<String> cells, List<Info> info)
            implements SourceRow {}
}
