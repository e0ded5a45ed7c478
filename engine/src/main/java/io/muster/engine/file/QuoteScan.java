package io.muster.engine.file;

/// Follows quotes through the text of one record, in pieces, without keeping any of it: tells
/// whether a quote is open and on which line it was opened.
final class QuoteScan {

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private final char quote;
    private long line;
    private long openedLine;
    private State state = State.CELL_START;
    private boolean afterReturn;

    /// @param line the physical line where the record starts
    QuoteScan(TextFormat format, long line) {
        this.delimiter = format.delimiter();
        this.quote = format.quote();
        this.line = line;
    }

    boolean isOpen() {
        return state == State.QUOTED;
    }

    /// The line of the last quote that opened a cell.
    long openedLine() {
        return openedLine;
    }

    void scan(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (state == State.QUOTED && c > '\r' && c != quote) {
                afterReturn = false;
                continue;
            }
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = c == '\r';
            state = next(c);
        }
    }

    private State next(char c) {
        return switch (state) {
            case CELL_START, PLAIN -> {
                if (c == delimiter) {
                    yield State.CELL_START;
                }
                if (c == quote && state == State.CELL_START) {
                    openedLine = line;
                    yield State.QUOTED;
                }
                yield State.PLAIN;
            }
            case QUOTED -> c == quote ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> {
                if (c == quote) {
                    yield State.QUOTED;
                }
                yield c == delimiter ? State.CELL_START : State.PLAIN;
            }
        };
    }
}
