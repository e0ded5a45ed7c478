package io.muster.engine.file;

import java.io.IOException;

/// Counts the rows of a whole file, blank and unreadable ones too, as the reader would number them.
public final class RowCount {

    private RowCount() {}

    public static long of(FileSource source, FileFormat format, Limits limits)
            throws IOException, UnreadableFileException {
        try (RowReader reader = RowReaders.open(source, format, limits)) {
            return reader.skipTo(Long.MAX_VALUE);
        }
    }
}
