package io.muster.engine.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
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
        if (step != Step.RECORD || longestCell() > limits.cellChars()) {
            throw new UnreadableFileException(
                    Code.NOT_A_TABLE,
                    feed.line(),
                    "The header on line %d cannot be read: %s"
                            .formatted(feed.line(), headerProblem(step)));
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

    private int longestCell() {
        return IntStream.range(0, cells.count()).map(cells::rawLength).max().orElse(0);
    }

    private static String headerProblem(Step step) {
        return (step == Step.STRAY_QUOTE ? Code.STRAY_QUOTE : Code.ROW_TOO_LONG).sentence();
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
            case TOO_LONG -> check.unreadable(++number, feed, cells, Code.ROW_TOO_LONG);
            case STRAY_QUOTE -> check.unreadable(++number, feed, cells, Code.STRAY_QUOTE);
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
            QuoteScan quotes = new QuoteScan(format, feed.line());
            feed.scan(quotes);
            requireClosed(quotes);
            feed.dropLine();
            parser = parser(feed, cells, format, limits);
            return Step.STRAY_QUOTE;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof LineFeed.RecordTooLong)) {
                throw e.getCause();
            }
            QuoteScan quotes = new QuoteScan(format, feed.line());
            feed.scan(quotes);
            feed.dropRecord(quotes);
            requireClosed(quotes);
            parser = parser(feed, cells, format, limits);
            return Step.TOO_LONG;
        }
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
