package io.muster.engine.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Checks a long stretch of bytes against UTF-8 in one pass, and keeps the lines that hold more
/// than ASCII for a closer look.
final class Utf8Look {

    private static final int BUFFER = 64 * 1024;

    /// As much as the statistics of the letter detector take in.
    private static final int UNUSUAL = 8_000;

    private static final int LONG_LINE = 1_000;

    private final ByteArrayOutputStream unusualLines = new ByteArrayOutputStream();
    private final byte[] line = new byte[LONG_LINE];
    private int lineLength;
    private boolean unusual;

    private long letters;
    private long damaged;
    private int awaited;
    private int low = 0x80;
    private int high = 0xBF;

    void read(InputStream in, int limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int left = limit;
        int count;
        while (left > 0 && (count = in.read(buffer, 0, Math.min(left, BUFFER))) > 0) {
            for (int i = 0; i < count; i++) {
                see(buffer[i]);
            }
            left -= count;
        }
        if (left > 0 && awaited > 0) {
            damaged++;
        }
        endLine();
    }

    /// UTF-8 if it is so throughout, or with so few damaged places that another encoding would
    /// damage more.
    @Nullable EncodingGuess guess() {
        if (damaged == 0) {
            return new EncodingGuess(
                    StandardCharsets.UTF_8, 1, letters == 0 ? "plain ASCII" : "valid UTF-8");
        }
        if (letters <= damaged) {
            return null;
        }
        return new EncodingGuess(
                StandardCharsets.UTF_8,
                (double) letters / (letters + damaged),
                damaged == 1
                        ? "UTF-8 with one damaged place"
                        : "UTF-8 with %,d damaged places".formatted(damaged));
    }

    byte[] unusualLines() {
        return unusualLines.toByteArray();
    }

    private void see(byte b) {
        int value = b & 0xFF;
        unusual |= value >= 0x80;
        if (lineLength < LONG_LINE) {
            line[lineLength++] = b;
        }
        if (value == '\n' || value == '\r' || lineLength == LONG_LINE) {
            endLine();
        }
        if (awaited > 0 && value >= low && value <= high) {
            low = 0x80;
            high = 0xBF;
            if (--awaited == 0) {
                letters++;
            }
            return;
        }
        if (awaited > 0) {
            damaged++;
            awaited = 0;
        }
        if (value >= 0x80) {
            lead(value);
        }
    }

    /// The bounds of the second byte keep out overlong forms, surrogates and what lies beyond
    /// Unicode.
    private void lead(int value) {
        awaited = value < 0xC2 || value > 0xF4 ? 0 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        if (awaited == 0) {
            damaged++;
        }
        low = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        high = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    }

    private void endLine() {
        if (unusual && unusualLines.size() < UNUSUAL) {
            unusualLines.write(line, 0, lineLength);
        }
        lineLength = 0;
        unusual = false;
    }
}
