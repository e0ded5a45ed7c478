package io.muster.engine.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Takes delimited text apart into records. FastCSV parses; where it gives up, one record is lost
/// and a fresh parser goes on behind it.
final class CsvRecords implements Closeable {

    /// How the reading of one record ended.
    enum Step {
        RECORD,
        TOO_LONG,
        STRAY_QUOTE,
        END
    }

    /// The feed stops records at the limit, so the parser's own bound only has to lie safely above
    /// it.
    private static final int PARSER_SLACK = 256 * 1024;

    private final TextFormat format;
    private final Limits limits;
    private final LineFeed feed;
    private final RowCells cells;
    private final RecordCells handler;
    private Iterator<RowCells> parser;
    private String refused = "";
    private @Nullable UnreadableFileException failure;

    CsvRecords(InputStream in, TextFormat format, Limits limits) throws IOException {
        this.format = format;
        this.limits = limits;
        Charset charset = Charset.forName(format.charset());
        this.feed = new LineFeed(new StrictDecoder(in, charset), limits.rowBytes());
        this.cells = new RowCells(limits.cellChars());
        this.handler = new RecordCells(cells);
        this.parser = parser(feed, handler, format, limits);
        feed.skipLines(format.skipLines());
    }

    private static Iterator<RowCells> parser(
            LineFeed feed, RecordCells handler, TextFormat format, Limits limits) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.rowBytes() + PARSER_SLACK)
                .build(handler, feed)
                .iterator();
    }

    /// Goes on at a record further down.
    ///
    /// @return false when it lies before what was read already
    boolean goTo(RowPlace place) throws IOException {
        if (!feed.goTo(place)) {
            return false;
        }
        parser = parser(feed, handler, format, limits);
        return true;
    }

    /// Where the record at hand stands in the file.
    LineFeed feed() {
        return feed;
    }

    /// The cells of the record at hand; of one that could not be read to its end, those before.
    RowCells cells() {
        return cells;
    }

    void take(RecordCells.Taking taking) {
        handler.take(taking);
    }

    /// After a stray quote: the text of the record as far as it was read.
    String refused() {
        return refused;
    }

    /// Reads a record.
    ///
    /// @throws UnreadableFileException `UNCLOSED_QUOTE`, from then on at every call
    Step next() throws IOException, UnreadableFileException {
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
        parser = parser(feed, handler, format, limits);
        return Step.STRAY_QUOTE;
    }

    /// Goes on after the record, however long it is.
    private Step afterTooLong() throws IOException, UnreadableFileException {
        QuoteScan quotes = quotes();
        feed.dropRecord(quotes);
        requireClosed(quotes);
        parser = parser(feed, handler, format, limits);
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
