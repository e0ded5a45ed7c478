package io.muster.engine.file.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Texts outside the memory, by their number.
final class SpilledTexts implements Closeable {

    private static final int DATA = 32 << 20;
    private static final int INDEX = 4 << 20;
    private static final int PLACES = INDEX / Long.BYTES;

    private final MappedFile data = new MappedFile(DATA);
    private final MappedFile index = new MappedFile(INDEX);
    private long end;
    private int count;

    SpilledTexts() throws IOException {}

    int count() {
        return count;
    }

    /// @param text shorter than a chunk of the file, whatever its letters
    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        int length = Integer.BYTES + bytes.length;
        if (end % DATA + length > DATA) {
            end += DATA - end % DATA;
        }
        MemorySegment chunk = data.chunk((int) (end / DATA));
        long at = end % DATA;
        chunk.set(ValueLayout.JAVA_INT_UNALIGNED, at, bytes.length);
        MemorySegment.copy(
                bytes, 0, chunk, ValueLayout.JAVA_BYTE, at + Integer.BYTES, bytes.length);
        index.chunk(count / PLACES).setAtIndex(ValueLayout.JAVA_LONG, count % PLACES, end);
        count++;
        end += length;
    }

    String get(int number) throws IOException {
        long at = index.chunk(number / PLACES).getAtIndex(ValueLayout.JAVA_LONG, number % PLACES);
        MemorySegment chunk = data.chunk((int) (at / DATA));
        byte[] bytes = new byte[chunk.get(ValueLayout.JAVA_INT_UNALIGNED, at % DATA)];
        MemorySegment.copy(
                chunk, ValueLayout.JAVA_BYTE, at % DATA + Integer.BYTES, bytes, 0, bytes.length);
        return new String(bytes, UTF_8);
    }

    @Override
    public void close() throws IOException {
        data.close();
        index.close();
    }
}
