package io.muster.engine.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/// Decodes a stream without ever replacing a byte: each byte that is no text becomes a lone low
/// surrogate, which no legal text decodes to, and its place is kept until it is asked for.
final class StrictDecoder implements Closeable {

    /// The first of a run of bytes that are no text: its place in the file, and among the
    /// characters.
    record Damage(long charIndex, long byteOffset) {}

    private static final int BYTES = 32 * 1024;

    /// After half a surrogate pair, Java's decoder condemns the next unit, too, which may well be a
    /// line break.
    private static final int UTF_16_UNIT = 2;

    private static final char DAMAGED = '\uDC00';

    /// Of more than one byte, and yet each character stands for itself.
    private static final Set<String> STATELESS =
            Set.of(
                    "UTF-8",
                    "UTF-16LE",
                    "UTF-16BE",
                    "UTF-32LE",
                    "UTF-32BE",
                    "GB18030",
                    "GBK",
                    "Big5",
                    "EUC-KR",
                    "EUC-JP",
                    "Shift_JIS",
                    "windows-31j");

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final int longestDamage;
    private final boolean stateless;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final Queue<Damage> damages = new ArrayDeque<>();
    private long bytesBefore;
    private long charsBefore;
    private long afterDamage = -1;
    private boolean ended;

    StrictDecoder(InputStream in, Charset charset) {
        this.in = in;
        this.longestDamage = charset.name().startsWith("UTF-16") ? UTF_16_UNIT : Integer.MAX_VALUE;
        this.stateless =
                STATELESS.contains(charset.name())
                        || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1);
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// The byte that a lone low surrogate stands for, or -1.
    static int damagedByte(char c) {
        return c >= DAMAGED && c <= DAMAGED + 0xFF ? c - DAMAGED : -1;
    }

    /// Damage in file order, for the reader to take away as it passes it.
    Queue<Damage> damages() {
        return damages;
    }

    /// Whether decoding can begin at any character, not at the first only.
    boolean isStateless() {
        return stateless;
    }

    /// Offset in the file of the next character to be decoded.
    long byteOffset() {
        return bytesBefore + bytes.position();
    }

    /// Characters decoded so far.
    long charIndex() {
        return charsBefore;
    }

    /// Goes on at a character further down.
    ///
    /// @return false when it lies before what was decoded already
    boolean goTo(long byteOffset) throws IOException {
        if (byteOffset < byteOffset()) {
            return false;
        }
        long read = bytesBefore + bytes.limit();
        if (byteOffset <= read) {
            bytes.position((int) (byteOffset - bytesBefore));
        } else {
            in.skipNBytes(byteOffset - read);
            bytesBefore = byteOffset;
            bytes.clear().flip();
        }
        decoder.reset();
        damages.clear();
        afterDamage = -1;
        return true;
    }

    /// Decodes up to `length` characters, which must leave room for a few; -1 at the end.
    int read(char[] to, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(to, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                int damaged = Math.min(result.length(), longestDamage);
                if (out.remaining() < damaged) {
                    break;
                }
                keepDamage(damaged, out, charsBefore + out.position() - offset);
            } else if (result.isOverflow() || out.position() > offset || ended) {
                break;
            } else {
                refill();
            }
        }
        int count = out.position() - offset;
        charsBefore += count;
        return count == 0 ? -1 : count;
    }

    private void keepDamage(int length, CharBuffer out, long charIndex) {
        if (charIndex != afterDamage) {
            damages.add(new Damage(charIndex, bytesBefore + bytes.position()));
        }
        afterDamage = charIndex + length;
        for (int i = 0; i < length; i++) {
            out.put((char) (DAMAGED | (bytes.get() & 0xFF)));
        }
    }

    private void refill() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
