package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a record is: filled, blank or unreadable, and why.
final class RowCheck {

    private static final int MAX_BYTES_PER_CHAR = 4;

    private final List<String> headers;
    private final Limits limits;
    private final Charset charset;

    RowCheck(List<String> headers, Limits limits, Charset charset) {
        this.headers = headers;
        this.limits = limits;
        this.charset = charset;
    }

    SourceRow row(long number, LineFeed feed, RecordCells cells) {
        int columns = headers.size();
        boolean tooLong = isTooLong(feed);
        if (tooLong || feed.damagedAt() >= 0 || cells.isSuspect() || cells.filled() > columns) {
            List<Info> problems = problems(feed, cells, tooLong);
            if (!problems.isEmpty()) {
                return new SourceRow.Unreadable(number, feed.line(), cells.visible(), problems);
            }
        }
        if (cells.filled() == 0) {
            return new SourceRow.Blank(number, feed.line());
        }
        return new SourceRow.Filled(
                number, feed.line(), cells.cells(columns), warnings(cells.count(), columns));
    }

    /// A record that could not be taken apart to its end.
    SourceRow unreadable(long number, LineFeed feed, RecordCells cells, Info reason) {
        List<Info> info = new ArrayList<>(List.of(reason));
        info.addAll(problems(feed, cells, false));
        return new SourceRow.Unreadable(number, feed.line(), cells.visible(), List.copyOf(info));
    }

    /// @param text the record up to the place where it could not be read further
    Info strayQuote(String text) {
        return Info.of(Code.STRAY_QUOTE, null, valueOf(text.strip()));
    }

    private static List<Info> warnings(int count, int columns) {
        return count >= columns
                ? List.of()
                : List.of(
                        Info.of(
                                Code.SHORT_ROW,
                                null,
                                null,
                                "The row has %d of %d cells; the missing ones were taken as blank."
                                        .formatted(count, columns)));
    }

    private List<Info> problems(LineFeed feed, RecordCells cells, boolean tooLong) {
        List<Info> problems = new ArrayList<>();
        if (tooLong) {
            problems.add(rowTooLong());
        }
        if (feed.damagedAt() >= 0) {
            problems.add(undecodable(feed.damagedAt()));
        }
        for (int i = 0; i < cells.count(); i++) {
            addProblems(problems, i, cells, feed.damagedAt() >= 0);
        }
        if (cells.filled() > headers.size()) {
            problems.add(longRow(cells.filled()));
        }
        return List.copyOf(problems);
    }

    private void addProblems(List<Info> problems, int i, RecordCells cells, boolean damaged) {
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

    private Info undecodable(long offset) {
        return Info.of(
                Code.UNDECODABLE,
                null,
                null,
                "The byte at offset %d is not text in %s. Choose another encoding or repair the file."
                        .formatted(offset, charset.name()));
    }

    private Info noText(int column, String text, int at) {
        return Info.of(
                Code.CONTROL_CHARACTER,
                null,
                valueOf(text),
                "The cell in column \"%s\" holds %s, which is not text. Remove it and import the row again."
                        .formatted(column(column), CellText.escape(text.charAt(at))));
    }

    /// Text to quote in a remark, if it is not too long for that.
    private @Nullable String valueOf(String text) {
        return text.length() > limits.cellChars() ? null : CellText.visible(text);
    }

    private Info cellTooLong(int column, int length) {
        return Info.of(
                Code.CELL_TOO_LONG,
                null,
                null,
                "The cell in column \"%s\" has %,d characters, more than %,d. Shorten it, or look for a missing closing quote."
                        .formatted(column(column), length, limits.cellChars()));
    }

    Info rowTooLong() {
        return Info.of(
                Code.ROW_TOO_LONG,
                null,
                null,
                "The row is larger than %,d bytes. Look for a missing closing quote."
                        .formatted(limits.rowBytes()));
    }

    private Info longRow(int filled) {
        return Info.of(
                Code.LONG_ROW,
                null,
                null,
                "The row has %d cells, the header %d. Check for a delimiter inside a value that is not quoted."
                        .formatted(filled, headers.size()));
    }

    /// Only large rows are worth measuring to the byte.
    private boolean isTooLong(LineFeed feed) {
        return (long) feed.length() * MAX_BYTES_PER_CHAR > limits.rowBytes()
                && feed.text().getBytes(charset).length > limits.rowBytes();
    }
}
