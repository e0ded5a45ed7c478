package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.InputStream;

/// Opens the reader that a file's format calls for.
public final class RowReaders {

    private RowReaders() {}

    /// Opens a file and reads its header.
    ///
    /// @throws UnreadableFileException `EMPTY_FILE`, `FILE_TOO_LARGE`, `TOO_MANY_COLUMNS`,
    ///   `UNCLOSED_QUOTE` in the header, `NOT_A_TABLE` for a header that cannot be read, or what is
    ///   wrong with a workbook
    public static RowReader open(FileSource source, FileFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        requireSize(source, limits);
        return switch (format) {
            case TextFormat text -> text(source, text, limits);
            case SheetFormat sheet -> sheet(source, sheet, limits);
        };
    }

    private static RowReader text(FileSource source, TextFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        InputStream in = source.open();
        try {
            return new CsvRowReader(in, format, limits);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static RowReader sheet(FileSource source, SheetFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        OpenWorkbook workbook = OpenWorkbook.of(source, limits);
        try {
            return new SheetRowReader(workbook, format, limits);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    static void requireSize(FileSource source, Limits limits)
            throws IOException, UnreadableFileException {
        if (source.size() > limits.fileBytes()) {
            throw new UnreadableFileException(Code.FILE_TOO_LARGE);
        }
    }
}
