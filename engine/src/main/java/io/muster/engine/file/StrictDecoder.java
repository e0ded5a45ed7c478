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

/// Decodes a stream without ever replacing a byte: each byte that is no text becomes a lone low
/// surrogate, which no legal text decodes to, and its place is kept until it is asked for.
final class StrictDecoder implements Closeable {

    /// A byte that is no text: where it stands in the file, and where among the decoded characters.
    record Damage(long charIndex, long byteOffset) {}

    private static final int BYTES = 32 * 1024;
    private static final char DAMAGED = '\uDC00';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final Queue<Damage> damages = new ArrayDeque<>();
    private long bytesBefore;
    private long charsBefore;
    private boolean ended;

    StrictDecoder(InputStream in, Charset charset) {
        this.in = in;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// The byte that a lone low surrogate stands for, or -1.
    static int damagedByte(char c) {
        return c >= DAMAGED && c <= DAMAGED + 0xFF ? c - DAMAGED : -1;
    }

    /// Places of damaged bytes in file order, for the reader to take away as it passes them.
    Queue<Damage> damages() {
        return damages;
    }

    /// Decodes up to `length` characters, which must leave room for a few; -1 at the end.
    int read(char[] to, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(to, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (out.remaining() < result.length()) {
                    break;
                }
                keepDamage(result.length(), out, charsBefore + out.position() - offset);
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
        damages.add(new Damage(charIndex, bytesBefore + bytes.position()));
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
