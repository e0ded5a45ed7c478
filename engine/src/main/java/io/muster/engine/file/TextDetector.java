package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import java.io.IOException;

/// Finds out how delimited text is to be read.
final class TextDetector {

    private TextDetector() {}

    /// @param head the file's first bytes, [FormatDetector#SAMPLE] of them or all
    static TextDetection detect(FileSource source, byte[] head)
            throws IOException, UnreadableFileException {
        EncodingGuess encoding = new EncodingDetector().detect(source, head);
        ContentCheck.requireText(head, encoding.charset());
        Sample sample = new Sample(head, encoding.charset(), head.length < FormatDetector.SAMPLE);
        Dialect dialect = DialectDetector.detect(sample);
        if (sample.isWhole() && dialect.table().rows().isEmpty()) {
            throw new UnreadableFileException(Code.EMPTY_FILE);
        }
        HeaderGuess header = HeaderDetector.detect(dialect.table().rows());
        TextFormat format =
                new TextFormat(
                        encoding.charset().name(),
                        dialect.delimiter(),
                        dialect.quote(),
                        dialect.table().skipLines(),
                        header.mode());
        return new TextDetection(
                format,
                encoding.confidence(),
                encoding.reason(),
                dialect.reason(),
                header.reason());
    }
}
