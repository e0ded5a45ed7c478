package io.muster.server.suppressions;

import io.muster.engine.file.FileFormat;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SheetFormat;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.TextFormat;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.suppressions.Entry.Good;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A file of values: one in each row, in the column that holds the most of them.
public final class ListFile {
    /// The largest file, in bytes.
    public static final int MOST_BYTES = 10 << 20;

    /// The most rows in one file.
    public static final int MOST_ROWS = 100_000;

    private static final Limits LIMITS =
            new Limits(MOST_BYTES, 100, 1_000, 64 << 10, 10L * MOST_BYTES, 1_000);

    private static final int PROBED = 50;

    private final EntryReader reader;

    public ListFile(EntryReader reader) {
        this.reader = reader;
    }

    /// The values in file order; a heading is none.
    ///
    /// @throws ApiProblem 422 when it is no table, or a larger one than allowed
    public List<String> read(byte[] file) {
        List<List<String>> rows = rows(FileSource.of(file));
        int column = column(rows);
        List<String> values =
                rows.stream()
                        .filter(cells -> column < cells.size())
                        .map(cells -> cells.get(column))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
        boolean headed = values.size() > 1 && !isValue(values.getFirst());
        return headed ? values.subList(1, values.size()) : values;
    }

    private boolean isValue(String cell) {
        return reader.read(null, cell, null) instanceof Good;
    }

    private static List<List<String>> rows(FileSource source) {
        try (RowReader in = RowReaders.open(source, format(source), LIMITS)) {
            List<List<String>> rows = new ArrayList<>();
            for (SourceRow row = in.next(); row != null; row = in.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw refused(
                            Code.FILE_TOO_LARGE,
                            "A list may have 100,000 rows. Split it and add the parts.");
                }
                rows.add(row.cells());
            }
            return rows;
        } catch (UnreadableFileException e) {
            throw refused(e.code(), e.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first line may be a value; whether it is, the rules know better than looks do.
    private static FileFormat format(FileSource source)
            throws IOException, UnreadableFileException {
        return switch (new FormatDetector(LIMITS).detect(source).format()) {
            case TextFormat(String charset, char delimiter, char quote, int skipLines, _) ->
                    new TextFormat(charset, delimiter, quote, skipLines, HeaderMode.ABSENT);
            case SheetFormat(String sheet, int skipLines, _) ->
                    new SheetFormat(sheet, skipLines, HeaderMode.ABSENT);
        };
    }

    private int column(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int best = 0;
        long most = -1;
        for (int column = 0; column < width; column++) {
            int index = column;
            long good =
                    rows.stream()
                            .limit(PROBED)
                            .filter(cells -> index < cells.size() && isValue(cells.get(index)))
                            .count();
            if (good > most) {
                most = good;
                best = column;
            }
        }
        return best;
    }

    private static ApiProblem refused(Code code, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError("file", code.name(), message)));
    }
}
