package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One record of a file after its header. Its texts can be stored as they are: characters that are
/// no text appear as visible escapes, such as `\x81` for a byte or `\u0000` for a character.
public sealed interface SourceRow {
    /// Of a cell beside its characters, and of a row beside its cells.
    int CELL_WEIGHT = 48;

    /// Counts the records after the header from 1; blank ones count too.
    long number();

    /// The line of a row that is no longer the one in the file, because somebody has changed it.
    long NO_LINE = 0;

    /// The physical line, from 1, where the record starts; [#NO_LINE] for a row that was changed.
    long line();

    /// Whether it says something else than the file does.
    default boolean isRewritten() {
        return line() == NO_LINE;
    }

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

    /// Whether the text holds an escape in place of something that is no text.
    static boolean holdsEscape(String text) {
        return CellText.holdsEscape(text);
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
            implements SourceRow {
        private static final Set<Code> REASONS =
                EnumSet.of(
                        Code.LONG_ROW,
                        Code.STRAY_QUOTE,
                        Code.UNDECODABLE,
                        Code.CONTROL_CHARACTER,
                        Code.CELL_TOO_LONG,
                        Code.ROW_TOO_LONG);

        /// Whether a remark says that a row cannot be taken, whatever its fields hold.
        public static boolean isReason(Code code) {
            return REASONS.contains(code);
        }
    }
}
