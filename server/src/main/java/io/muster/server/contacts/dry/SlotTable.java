package io.muster.server.contacts.dry;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/// So many longs, all zero at first, in a scratch file that is mapped into memory: the system keeps
/// in memory what it has room for.
final class SlotTable implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Arena arena;
    private final MemorySegment memory;
    private final long slots;

    private SlotTable(Arena arena, MemorySegment memory, long slots) {
        this.arena = arena;
        this.memory = memory;
        this.slots = slots;
    }

    /// @param slots a power of two
    static SlotTable of(Path folder, long slots) {
        Arena arena = Arena.ofConfined();
        try (FileChannel file = ScratchFile.open(folder)) {
            long bytes = slots * Long.BYTES;
            fill(file, bytes);
            return new SlotTable(arena, file.map(MapMode.READ_WRITE, 0, bytes, arena), slots);
        } catch (IOException e) {
            arena.close();
            throw KeyIndex.failed(e);
        }
    }

    /// Takes the room for real: on a full disk this fails, where a write to mapped memory would
    /// crash.
    private static void fill(FileChannel file, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(BLOCK, bytes));
        for (long left = bytes; left > 0; left -= zeros.position()) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                file.write(zeros);
            }
        }
    }

    long slots() {
        return slots;
    }

    long get(long slot) {
        return memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
    }

    void set(long slot, long value) {
        memory.setAtIndex(ValueLayout.JAVA_LONG, slot, value);
    }

    /// The slot behind, or the first after the last.
    long next(long slot) {
        return (slot + 1) & (slots - 1);
    }

    @Override
    public void close() {
        arena.close();
    }
}
