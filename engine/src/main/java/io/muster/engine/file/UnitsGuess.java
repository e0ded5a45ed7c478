package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Recognises text in units of two or four bytes that has no mark at its start.
final class UnitsGuess {

    private static final int LEAST_UNITS = 4;
    private static final double CONFIDENCE = 0.9;
    private static final double OF_LETTERS = 0.7;
    private static final double MANY_ZEROS = 0.4;
    private static final double FEW_ZEROS = 0.05;
    private static final double MOST = 0.95;

    private UnitsGuess() {}

    static @Nullable EncodingGuess of(byte[] head) {
        if (isAllCharacters(head, ByteOrder.LITTLE_ENDIAN)) {
            return new EncodingGuess(UTF_32LE, CONFIDENCE, "characters of four bytes");
        }
        if (isAllCharacters(head, ByteOrder.BIG_ENDIAN)) {
            return new EncodingGuess(UTF_32BE, CONFIDENCE, "characters of four bytes");
        }
        EncodingGuess zeros = byZeros(head);
        return zeros != null ? zeros : byLetters(head);
    }

    /// Four bytes are a character by accident once in four thousand times.
    private static boolean isAllCharacters(byte[] head, ByteOrder order) {
        ByteBuffer units = ByteBuffer.wrap(head).order(order);
        int count = 0;
        while (units.remaining() >= Integer.BYTES) {
            int unit = units.getInt();
            if (unit <= 0 || !Character.isDefined(unit) || isSurrogate(unit)) {
                return false;
            }
            count++;
        }
        return count >= LEAST_UNITS;
    }

    private static boolean isSurrogate(int unit) {
        return unit <= Character.MAX_VALUE && Character.isSurrogate((char) unit);
    }

    /// Western text has a zero in every other place.
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
        return new EncodingGuess(charset, CONFIDENCE, "zeros in every other place");
    }

    /// Other scripts have zeros only in line breaks, delimiters and digits; but read in the wrong
    /// order, those are no line breaks.
    private static @Nullable EncodingGuess byLetters(byte[] head) {
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            String text = new String(head, 0, head.length & ~1, charset);
            boolean lines = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
            long readable = text.chars().filter(c -> isReadable((char) c)).count();
            if (lines && readable >= MOST * text.length()) {
                return new EncodingGuess(charset, OF_LETTERS, "letters and lines of two bytes");
            }
        }
        return null;
    }

    private static boolean isReadable(char c) {
        return c < 0x80
                ? c >= ' ' || CellText.isSpace(c)
                : Character.isLetter(c) || CellText.isSpace(c) || Character.isHighSurrogate(c);
    }
}
