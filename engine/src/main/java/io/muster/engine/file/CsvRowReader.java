package io.muster.engine.file;

import io.muster.engine.file.CsvRecords.Step;
import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads delimited text: numbers its records and says what each of them is.
final class CsvRowReader implements RowReader {

    private final Limits limits;
    private final CsvRecords records;
    private final RowCells cells;
    private final RowCheck check;
    private final TextProblems problems;
    private final List<String> headers;
    private boolean firstRowWaits;
    private long number;

    CsvRowReader(InputStream in, TextFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        this.limits = limits;
        this.records = new CsvRecords(in, format, limits);
        this.cells = records.cells();
        this.headers = readHeaders(format.header());
        this.check = new RowCheck(RowShape.DELIMITED, headers, limits);
        this.problems = new TextProblems(limits, Charset.forName(format.charset()));
    }

    /// The first record that is not blank is the header, or, where there is none, the first row.
    private List<String> readHeaders(HeaderMode mode) throws IOException, UnreadableFileException {
        Step step = records.next();
        while (step == Step.RECORD && cells.filled() == 0) {
            step = records.next();
        }
        if (step == Step.END) {
            throw new UnreadableFileException(Code.EMPTY_FILE);
        }
        requireColumns();
        if (mode == HeaderMode.ABSENT && step == Step.RECORD) {
            firstRowWaits = true;
            return Headers.unnamedTo(cells.count());
        }
        Code problem = headerProblem(step);
        if (problem != null) {
            long line = records.feed().line();
            throw new UnreadableFileException(
                    Code.NOT_A_TABLE,
                    line,
                    "The first row, on line %d, cannot be read. %s"
                            .formatted(line, problem.sentence()));
        }
        return Headers.names(cells.visible());
    }

    private void requireColumns() throws UnreadableFileException {
        if (cells.count() > limits.columns()) {
            long line = records.feed().line();
            throw new UnreadableFileException(
                    Code.TOO_MANY_COLUMNS,
                    line,
                    "The row on line %d has more than %,d columns. Remove those you do not need."
                            .formatted(line, limits.columns()));
        }
    }

    private @Nullable Code headerProblem(Step step) {
        return switch (step) {
            case TOO_LONG -> Code.ROW_TOO_LONG;
            case STRAY_QUOTE -> Code.STRAY_QUOTE;
            case RECORD, END ->
                    IntStream.range(0, cells.count())
                                    .anyMatch(i -> cells.rawLength(i) > limits.cellChars())
                            ? Code.CELL_TOO_LONG
                            : null;
        };
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    @Override
    public @Nullable SourceRow next() throws IOException, UnreadableFileException {
        Step step = firstRowWaits ? Step.RECORD : records.next();
        firstRowWaits = false;
        LineFeed feed = records.feed();
        return switch (step) {
            case RECORD -> check.row(++number, feed.line(), cells, problems.of(feed));
            case TOO_LONG -> check.row(++number, feed.line(), cells, problems.rowTooLong(feed));
            case STRAY_QUOTE ->
                    check.row(
                            ++number,
                            feed.line(),
                            cells,
                            problems.strayQuote(feed, records.refused()));
            case END -> null;
        };
    }

    @Override
    public long skipTo(long rowNumber) throws IOException, UnreadableFileException {
        long from = number;
        if (firstRowWaits && number + 1 < rowNumber) {
            firstRowWaits = false;
            number++;
        }
        records.take(RecordCells.Taking.NOTHING);
        while (number + 1 < rowNumber && records.next() != Step.END) {
            number++;
        }
        records.take(RecordCells.Taking.CELLS);
        return number - from;
    }

    @Override
    public @Nullable RowPlace place() {
        return firstRowWaits ? null : records.feed().place(number + 1);
    }

    @Override
    public void goTo(RowPlace place) throws IOException, UnreadableFileException {
        if (place.row() > number + 1 && records.goTo(place)) {
            firstRowWaits = false;
            number = place.row() - 1;
        } else {
            skipTo(place.row());
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
