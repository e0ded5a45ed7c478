package io.muster.engine.file;

import java.io.IOException;
import java.io.InputStream;

/// Finds out how a file is to be read, from its content alone.
public final class FormatDetector {

    /// Bytes from the start over which delimiter, quote, preamble and header are detected.
    static final int SAMPLE = 64 * 1024;

    private final Limits limits;

    public FormatDetector(Limits limits) {
        this.limits = limits;
    }

    /// @throws UnreadableFileException `EMPTY_FILE`, `FILE_TOO_LARGE`, `NOT_A_TABLE` for what is
    ///   neither text nor a workbook, or what is wrong with a workbook
    public Detection detect(FileSource source) throws IOException, UnreadableFileException {
        RowReaders.requireSize(source, limits);
        byte[] head = head(source);
        if (CompoundFile.is(head)) {
            throw CompoundFile.refusal(source, head);
        }
        return ContentCheck.isArchive(head)
                ? SheetDetector.detect(source, limits)
                : TextDetector.detect(source, head);
    }

    /// Understands another sheet of a workbook.
    ///
    /// @throws UnreadableFileException as for the whole file, and `UNKNOWN_SHEET`
    public SheetDetection detect(FileSource source, String sheet)
            throws IOException, UnreadableFileException {
        RowReaders.requireSize(source, limits);
        return SheetDetector.detect(source, sheet, limits);
    }

    private static byte[] head(FileSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(SAMPLE);
        }
    }
}
