package io.muster.engine.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads delimited text. FastCSV parses; what it gives up on fails one row, and a fresh parser goes
/// on after it.
final class CsvRowReader implements RowReader {

    /// How the reading of one record ended.
    private enum Step {
        RECORD,
        TOO_LONG,
        STRAY_QUOTE,
        END
    }

    /// The feed stops records at the limit, so the parser's own bound only has to lie safely above
    /// it.
    private static final int PARSER_SLACK = 256 * 1024;

    private final FileFormat format;
    private final Limits limits;
    private final LineFeed feed;
    private final RecordCells cells;
    private final RowCheck check;
    private final List<String> headers;
    private Iterator<RecordCells> parser;
    private boolean firstRowWaits;
    private long number;
    private String refused = "";
    private @Nullable UnreadableFileException failure;

    CsvRowReader(InputStream in, FileFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        this.format = format;
        this.limits = limits;
        Charset charset = Charset.forName(format.charset());
        this.feed = new LineFeed(new StrictDecoder(in, charset), limits.rowBytes());
        this.cells = new RecordCells(limits.cellChars());
        this.parser = parser(feed, cells, format, limits);
        feed.skipLines(format.skipLines());
        this.headers = readHeaders();
        this.check = new RowCheck(headers, limits, charset);
    }

    private static Iterator<RecordCells> parser(
            LineFeed feed, RecordCells cells, FileFormat format, Limits limits) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.rowBytes() + PARSER_SLACK)
                .build(cells, feed)
                .iterator();
    }

    /// The first record that is not blank is the header, or, where there is none, the first row.
    private List<String> readHeaders() throws IOException, UnreadableFileException {
        Step step = step();
        while (step == Step.RECORD && cells.filled() == 0) {
            step = step();
        }
        if (step == Step.END) {
            throw new UnreadableFileException(Code.EMPTY_FILE);
        }
        requireColumns();
        if (format.header() == HeaderMode.ABSENT && step == Step.RECORD) {
            firstRowWaits = true;
            return IntStream.range(0, cells.count())
                    .mapToObj(i -> "Column " + Headers.letters(i))
                    .toList();
        }
        Code problem = headerProblem(step);
        if (problem != null) {
            throw new UnreadableFileException(
                    Code.NOT_A_TABLE,
                    feed.line(),
                    "The first row, on line %d, cannot be read. %s"
                            .formatted(feed.line(), problem.sentence()));
        }
        return Headers.names(cells.cells(cells.count()).stream().map(CellText::visible).toList());
    }

    private void requireColumns() throws UnreadableFileException {
        if (cells.count() > limits.columns()) {
            throw new UnreadableFileException(
                    Code.TOO_MANY_COLUMNS,
                    feed.line(),
                    "The row on line %d has more than %,d columns. Remove those you do not need."
                            .formatted(feed.line(), limits.columns()));
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
        Step step = firstRowWaits ? Step.RECORD : step();
        firstRowWaits = false;
        return switch (step) {
            case RECORD -> check.row(++number, feed, cells);
            case TOO_LONG -> check.unreadable(++number, feed, cells, check.rowTooLong());
            case STRAY_QUOTE -> check.unreadable(++number, feed, cells, check.strayQuote(refused));
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
        cells.take(RecordCells.Taking.NOTHING);
        while (number + 1 < rowNumber && step() != Step.END) {
            number++;
        }
        cells.take(RecordCells.Taking.CELLS);
        return number - from;
    }

    private Step step() throws IOException, UnreadableFileException {
        if (failure != null) {
            throw failure;
        }
        feed.begin();
        try {
            if (!parser.hasNext()) {
                return Step.END;
            }
            parser.next();
            return Step.RECORD;
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            return afterStrayQuote();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LineFeed.RecordTooLong) {
                return afterTooLong();
            }
            throw e.getCause();
        }
    }

    /// Goes on at the next physical line: where the cell was meant to end, and so the row, nobody
    /// can know.
    private Step afterStrayQuote() throws IOException, UnreadableFileException {
        refused = feed.text();
        requireClosed(quotes());
        feed.dropLine();
        parser = parser(feed, cells, format, limits);
        return Step.STRAY_QUOTE;
    }

    /// Goes on after the record, however long it is.
    private Step afterTooLong() throws IOException, UnreadableFileException {
        QuoteScan quotes = quotes();
        feed.dropRecord(quotes);
        requireClosed(quotes);
        parser = parser(feed, cells, format, limits);
        return Step.TOO_LONG;
    }

    private QuoteScan quotes() {
        QuoteScan quotes = new QuoteScan(format, feed.line());
        feed.scan(quotes);
        return quotes;
    }

    private void requireClosed(QuoteScan quotes) throws UnreadableFileException {
        if (quotes.isOpen()) {
            failure =
                    new UnreadableFileException(
                            Code.UNCLOSED_QUOTE,
                            quotes.openedLine(),
                            "The quote that opens on line %d is never closed. Close it and import the file again."
                                    .formatted(quotes.openedLine()));
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }
}
