package io.muster.server.contacts.dry;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/// An open-addressed table of entries, none of them zero, roughly in the order of their upper
/// halves; in memory, or in a scratch file that is mapped into memory: the system keeps there what
/// it has room for.
final class SlotTable implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final long RECORD = 0xFFFF_FFFFL;

    private final Arena arena;
    private final MemorySegment memory;
    private final long slots;
    private final int shift;
    private long entries;

    private SlotTable(Arena arena, MemorySegment memory, long slots) {
        this.arena = arena;
        this.memory = memory;
        this.slots = slots;
        this.shift = Integer.SIZE - Long.numberOfTrailingZeros(slots);
    }

    /// @param slots a power of two, at most one for each hash
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

    /// @param slots a power of two
    static SlotTable inMemory(long slots) {
        long[] entries = new long[Math.toIntExact(slots)];
        return new SlotTable(Arena.ofConfined(), MemorySegment.ofArray(entries), slots);
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

    static long entry(int hash, int record) {
        return (long) hash << 32 | (record & RECORD);
    }

    static int hash(long entry) {
        return (int) (entry >>> 32);
    }

    long slots() {
        return slots;
    }

    /// More entries would have to be looked for in many slots.
    boolean isFull() {
        return entries * 8 > slots * 5;
    }

    /// Adds an entry, unless it is there already.
    void put(long entry) {
        long slot = first(hash(entry));
        for (long there = get(slot); there != 0; there = get(slot)) {
            if (there == entry) {
                return;
            }
            slot = next(slot);
        }
        memory.setAtIndex(ValueLayout.JAVA_LONG, slot, entry);
        entries++;
    }

    /// Gives the lower halves of those entries that have an upper half.
    void find(int upper, IntConsumer lower) {
        long slot = first(upper);
        for (long entry = get(slot); entry != 0; entry = get(slot)) {
            if (hash(entry) == upper) {
                lower.accept((int) entry);
            }
            slot = next(slot);
        }
    }

    void forEach(LongConsumer action) {
        for (long slot = 0; slot < slots; slot++) {
            long entry = get(slot);
            if (entry != 0) {
                action.accept(entry);
            }
        }
    }

    void clear() {
        memory.fill((byte) 0);
        entries = 0;
    }

    private long get(long slot) {
        return memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
    }

    private long first(int upper) {
        return Integer.toUnsignedLong(upper) >>> shift;
    }

    /// The slot behind, or the first after the last.
    private long next(long slot) {
        return (slot + 1) & (slots - 1);
    }

    @Override
    public void close() {
        arena.close();
    }
}
