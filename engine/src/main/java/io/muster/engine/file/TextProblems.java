package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// What can be wrong with a record of delimited text as a whole.
final class TextProblems {

    private static final int MAX_BYTES_PER_CHAR = 4;

    private final Limits limits;
    private final Charset charset;

    TextProblems(Limits limits, Charset charset) {
        this.limits = limits;
        this.charset = charset;
    }

    /// Of a record that was taken apart to its end.
    List<Info> of(LineFeed feed) {
        boolean tooLong = isTooLong(feed);
        return tooLong || feed.damagedAt() >= 0
                ? all(feed, tooLong ? List.of(rowTooLong()) : List.of())
                : List.of();
    }

    List<Info> rowTooLong(LineFeed feed) {
        return all(feed, List.of(rowTooLong()));
    }

    /// @param text the record up to the place where it could not be read further
    List<Info> strayQuote(LineFeed feed, String text) {
        return all(
                feed,
                List.of(Info.of(Code.STRAY_QUOTE, null, RowCheck.quoted(text.strip(), limits))));
    }

    private List<Info> all(LineFeed feed, List<Info> first) {
        List<Info> problems = new ArrayList<>(first);
        if (feed.damagedAt() >= 0) {
            problems.add(undecodable(feed.damagedAt()));
        }
        return List.copyOf(problems);
    }

    private Info undecodable(long offset) {
        return Info.of(
                Code.UNDECODABLE,
                null,
                null,
                "The byte at offset %d is not text in %s. Choose another encoding or repair the file."
                        .formatted(offset, charset.name()));
    }

    private Info rowTooLong() {
        return Info.of(
                Code.ROW_TOO_LONG,
                null,
                null,
                "The row is larger than %,d bytes. Look for a missing closing quote."
                        .formatted(limits.rowBytes()));
    }

    /// Only large rows are worth measuring to the byte.
    private boolean isTooLong(LineFeed feed) {
        return (long) feed.length() * MAX_BYTES_PER_CHAR > limits.rowBytes()
                && feed.text().getBytes(charset).length > limits.rowBytes();
    }
}
