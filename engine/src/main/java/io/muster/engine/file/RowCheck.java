package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a row is: filled, blank or unreadable, and why.
final class RowCheck {

    private final RowShape shape;
    private final List<String> headers;
    private final Limits limits;

    RowCheck(RowShape shape, List<String> headers, Limits limits) {
        this.shape = shape;
        this.headers = headers;
        this.limits = limits;
    }

    /// @param found what is wrong with the row as a whole, mostly nothing
    SourceRow row(long number, long line, RowCells cells, List<Info> found) {
        int columns = headers.size();
        if (!found.isEmpty() || cells.isSuspect() || cells.filled() > columns) {
            List<Info> problems = problems(cells, found);
            if (!problems.isEmpty()) {
                return new SourceRow.Unreadable(number, line, cells.visible(), problems);
            }
        }
        if (cells.filled() == 0) {
            return new SourceRow.Blank(number, line);
        }
        return new SourceRow.Filled(number, line, cells.cells(columns), warnings(cells.count()));
    }

    /// Text to quote in a remark, if it is not too long for that.
    static @Nullable String quoted(String text, Limits limits) {
        return text.length() > limits.cellChars() ? null : CellText.visible(text);
    }

    private List<Info> warnings(int count) {
        int columns = headers.size();
        return switch (shape) {
            case SHEET -> List.of();
            case DELIMITED ->
                    count >= columns
                            ? List.of()
                            : List.of(
                                    Info.of(
                                            Code.SHORT_ROW,
                                            null,
                                            null,
                                            "The row has %d of %d cells; the missing ones were taken as blank."
                                                    .formatted(count, columns)));
        };
    }

    private List<Info> problems(RowCells cells, List<Info> found) {
        List<Info> problems = new ArrayList<>(found);
        boolean damaged = found.stream().anyMatch(info -> info.code() == Code.UNDECODABLE);
        for (int i = 0; i < cells.count(); i++) {
            addProblems(problems, i, cells, damaged);
        }
        if (cells.filled() > headers.size()) {
            problems.add(longRow(cells.filled()));
        }
        return List.copyOf(problems);
    }

    private void addProblems(List<Info> problems, int i, RowCells cells, boolean damaged) {
        if (cells.rawLength(i) > limits.cellChars()) {
            problems.add(cellTooLong(i, cells.rawLength(i)));
        }
        String text = cells.cell(i);
        int at = CellText.firstNoText(text);
        if (at >= 0 && !(damaged && StrictDecoder.damagedByte(text.charAt(at)) >= 0)) {
            problems.add(noText(i, text, at));
        }
    }

    private String column(int index) {
        return index < headers.size() ? headers.get(index) : Headers.unnamed(index);
    }

    private Info noText(int column, String text, int at) {
        return Info.of(
                Code.CONTROL_CHARACTER,
                null,
                quoted(text, limits),
                "The cell in column \"%s\" holds %s, which is not text. Remove it and import the row again."
                        .formatted(column(column), CellText.escape(text.charAt(at))));
    }

    private Info cellTooLong(int column, int length) {
        String message =
                switch (shape) {
                    case DELIMITED ->
                            "The cell in column \"%s\" has %,d characters, more than %,d. Shorten it, or look for a missing closing quote."
                                    .formatted(column(column), length, limits.cellChars());
                    case SHEET ->
                            "The cell in column \"%s\" has more than %,d characters. Shorten it and import the row again."
                                    .formatted(column(column), limits.cellChars());
                };
        return Info.of(Code.CELL_TOO_LONG, null, null, message);
    }

    private Info longRow(int filled) {
        String message =
                switch (shape) {
                    case DELIMITED ->
                            "The row has %d cells, the header %d. Check for a delimiter inside a value that is not quoted."
                                    .formatted(filled, headers.size());
                    case SHEET ->
                            "The row has a value in column %s, to the right of the table. Give the column a header among the first rows, or clear the cell."
                                    .formatted(Headers.letters(filled - 1));
                };
        return Info.of(Code.LONG_ROW, null, null, message);
    }
}
