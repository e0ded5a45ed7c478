package io.muster.engine.file;

import io.muster.engine.outcome.Code;
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

    /// @throws UnreadableFileException `EMPTY_FILE`, `FILE_TOO_LARGE`, or `NOT_A_TABLE` for what is
    ///   no text
    public Detection detect(FileSource source) throws IOException, UnreadableFileException {
        RowReaders.requireSize(source, limits);
        byte[] head = head(source);
        EncodingGuess encoding = new EncodingDetector().detect(source, head);
        ContentCheck.requireText(head, encoding.charset());
        Sample sample = new Sample(head, encoding.charset(), head.length < SAMPLE);
        Dialect dialect = DialectDetector.detect(sample);
        if (sample.isWhole() && dialect.table().rows().isEmpty()) {
            throw new UnreadableFileException(Code.EMPTY_FILE);
        }
        HeaderGuess header = HeaderDetector.detect(dialect.table().rows());
        FileFormat format =
                new FileFormat(
                        encoding.charset().name(),
                        dialect.delimiter(),
                        dialect.quote(),
                        dialect.table().skipLines(),
                        header.mode());
        return new Detection(
                format,
                encoding.confidence(),
                encoding.reason(),
                dialect.reason(),
                header.reason());
    }

    private static byte[] head(FileSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(SAMPLE);
        }
    }
}
