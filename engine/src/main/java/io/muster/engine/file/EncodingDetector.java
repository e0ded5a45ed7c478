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
import org.jspecify.annotations.Nullable;

/// Finds the encoding: the byte order mark, else UTF-16 by its zeros, else UTF-8 if the bytes are,
/// else by the letters.
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
    private static final double ZEROS_CONFIDENCE = 0.9;
    private static final double MANY_ZEROS = 0.4;
    private static final double FEW_ZEROS = 0.05;

    EncodingGuess detect(FileSource source, byte[] head) throws IOException {
        String start = new String(head, 0, Math.min(head.length, LONGEST_MARK), ISO_8859_1);
        for (Mark mark : MARKS) {
            if (start.startsWith(mark.bytes())) {
                return new EncodingGuess(mark.charset(), 1, "byte order mark");
            }
        }
        EncodingGuess zeros = byZeros(head);
        if (zeros != null) {
            return zeros;
        }
        Utf8Look look = new Utf8Look();
        try (InputStream in = source.open()) {
            look.read(in, LOOK);
        }
        EncodingGuess utf8 = look.guess();
        return utf8 != null ? utf8 : LetterGuess.of(look.unusualLines());
    }

    /// Western text in UTF-16 without a mark has a zero in every other place.
    private static @Nullable EncodingGuess byZeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            }
        }
        double pairs = Math.max(1, head.length / 2);
        double even = zeros[0] / pairs;
        double odd = zeros[1] / pairs;
        if (odd > MANY_ZEROS && even < FEW_ZEROS) {
            return byZeros(UTF_16LE);
        }
        return even > MANY_ZEROS && odd < FEW_ZEROS ? byZeros(UTF_16BE) : null;
    }

    private static EncodingGuess byZeros(Charset charset) {
        return new EncodingGuess(charset, ZEROS_CONFIDENCE, "zeros in every other place");
    }
}
