package io.muster.engine.file;

import java.nio.charset.Charset;

/// How the bytes of delimited text are to be read. A format that no file can have is an
/// [IllegalArgumentException].
///
/// @param charset a name that this JVM knows, such as `UTF-8` or `windows-1252`
/// @param skipLines physical lines before the header or the first row: a preamble, a `sep=` line,
///   blank lines
public record TextFormat(
        String charset, char delimiter, char quote, int skipLines, HeaderMode header)
        implements FileFormat {

    public TextFormat {
        Charset.forName(charset);
        if (delimiter == quote || isNewline(delimiter) || isNewline(quote)) {
            throw new IllegalArgumentException(
                    "Delimiter and quote must differ, and neither can be a line break.");
        }
        if (skipLines < 0) {
            throw new IllegalArgumentException("The number of lines to skip cannot be negative.");
        }
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }
}
