package io.muster.engine.fuzz;

import io.muster.engine.file.Detection;
import io.muster.engine.file.FileFormat;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.Limits;
import io.muster.engine.file.Preview;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// What holds of every file, whatever is in it: it is read, or refused in words.
final class Reads {

    static final Limits LIMITS = new Limits(1 << 20, 40, 200, 2_000, 1 << 22, 50);

    private static final int MOST_ROWS = 5_000;

    private Reads() {}

    static void detected(FileSource source) throws IOException {
        Detection detection;
        try {
            detection = new FormatDetector(LIMITS).detect(source);
        } catch (UnreadableFileException e) {
            require(!e.sentence().isBlank(), "a refusal without words");
            return;
        }
        require(!detection.headerReason().isBlank(), "no reason");
        try {
            Preview preview = Preview.read(source, detection.format(), LIMITS, 5);
            require(preview.columns().size() == preview.headers().size(), "columns and headers");
        } catch (UnreadableFileException e) {
            require(!e.sentence().isBlank(), "a refusal without words");
        }
        read(source, detection.format());
    }

    static void read(FileSource source, FileFormat format) throws IOException {
        long rows = 0;
        try (RowReader reader = RowReaders.open(source, format, LIMITS)) {
            List<String> headers = reader.headers();
            require(headers.stream().distinct().count() == headers.size(), "equal headers");
            long line = 0;
            for (SourceRow row = reader.next();
                    row != null && rows < MOST_ROWS;
                    row = reader.next()) {
                require(row.number() == ++rows, "numbers without gaps");
                require(row.line() > line, "lines in order");
                line = row.line();
                check(row, headers.size());
            }
        } catch (UnreadableFileException e) {
            require(!e.sentence().isBlank(), "a refusal without words");
        }
        if (rows > 1) {
            goesOn(source, format, rows);
        }
    }

    private static void check(SourceRow row, int columns) {
        switch (row) {
            case SourceRow.Filled filled -> {
                require(filled.cells().size() == columns, "as many cells as headers");
                require(filled.cells().stream().anyMatch(c -> !c.isEmpty()), "a value");
                filled.cells().forEach(Reads::requireText);
            }
            case SourceRow.Unreadable bad -> {
                require(!bad.info().isEmpty(), "a reason");
                bad.cells().forEach(Reads::requireText);
            }
            case SourceRow.Blank _ -> {}
        }
    }

    /// PostgreSQL takes no NUL, and nothing takes half a character.
    private static void requireText(String cell) {
        require(cell.indexOf('\0') < 0, "a NUL");
        require(cell.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "half a character");
        require(cell.equals(cell.strip()), "white space around a cell");
    }

    /// A reader that skips arrives at the row that one sees who reads all.
    private static void goesOn(FileSource source, FileFormat format, long rows) throws IOException {
        long number = 1 + rows / 2;
        try (RowReader slow = RowReaders.open(source, format, LIMITS);
                RowReader quick = RowReaders.open(source, format, LIMITS)) {
            for (long i = 1; i < number; i++) {
                slow.next();
            }
            require(quick.skipTo(number) == number - 1, "skipped as many as asked for");
            require(Objects.equals(slow.next(), quick.next()), "the same row");
        } catch (UnreadableFileException e) {
            throw new AssertionError("rows that were there before", e);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
