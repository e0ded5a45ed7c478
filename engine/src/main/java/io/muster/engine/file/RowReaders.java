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
    ///   `UNCLOSED_QUOTE` in the header, or `NOT_A_TABLE` for a header that cannot be read
    public static RowReader open(FileSource source, FileFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        requireSize(source, limits);
        InputStream in = source.open();
        try {
            return new CsvRowReader(in, format, limits);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            in.close();
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
