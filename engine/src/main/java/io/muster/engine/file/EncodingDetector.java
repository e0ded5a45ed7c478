package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

/// Finds the encoding: the byte order mark, else units of two or four bytes, else UTF-8 if the
/// bytes are, else by the letters.
final class EncodingDetector {

    /// Bytes checked against UTF-8: a head is not enough, the first accented name may come late.
    static final int LOOK = 8 * 1024 * 1024;

    /// @param bytes as Latin-1 characters
    private record Mark(Charset charset, String bytes) {}

    /// UTF-32 before UTF-16, whose mark it starts with.
    private static final List<Mark> MARKS =
            List.of(
                    new Mark(UTF_8, "\u00EF\u00BB\u00BF"),
                    new Mark(UTF_32LE, "\u00FF\u00FE\0\0"),
                    new Mark(UTF_32BE, "\0\0\u00FE\u00FF"),
                    new Mark(UTF_16LE, "\u00FF\u00FE"),
                    new Mark(UTF_16BE, "\u00FE\u00FF"));

    private static final int LONGEST_MARK = 4;

    EncodingGuess detect(FileSource source, byte[] head) throws IOException {
        String start = new String(head, 0, Math.min(head.length, LONGEST_MARK), ISO_8859_1);
        for (Mark mark : MARKS) {
            if (start.startsWith(mark.bytes())) {
                return new EncodingGuess(mark.charset(), 1, "byte order mark");
            }
        }
        EncodingGuess units = UnitsGuess.of(head);
        if (units != null) {
            return units;
        }
        Utf8Look look = new Utf8Look();
        try (InputStream in = source.open()) {
            look.read(in, LOOK);
        }
        EncodingGuess utf8 = look.guess();
        return utf8 != null ? utf8 : LetterGuess.of(look.unusualLines());
    }
}
