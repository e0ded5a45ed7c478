package io.muster.server.contacts.dry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/// Finds records by a hash of their keys. It may name a record that has another key with the same
/// hash, or one record twice, and never misses one. For one thread.
///
/// An open-addressed table of longs, a hash in the upper half and a record in the lower; it doubles
/// before it is too full. It may be on the disk, and far too large for the processor's caches, so
/// it is spared the single steps: bits that hashes share say whether it need be asked, and what is
/// new gathers in a small table first, whose order is nearly the same, so that all of it is laid
/// into the large one in one walk. All of them are in the order of the hashes, and so is a batch.
public final class KeyIndex implements AutoCloseable {
    private static final long LEAST_SLOTS = 1 << 12;

    /// Room that is taken on a mere guess.
    private static final long MOST_FIRST_SLOTS = 1 << 24;

    private static final long MOST_SLOTS = 1L << 32;

    /// Four megabytes.
    private static final long FRESH_SLOTS = 1 << 19;

    /// Eight megabytes: one bit for 64 hashes that follow one another.
    private static final int MET_WORDS = 1 << 20;

    private final Path folder;
    private final long[] met = new long[MET_WORDS];
    private final SlotTable fresh = SlotTable.inMemory(FRESH_SLOTS);
    private SlotTable table;

    /// @param expected how many entries there will probably be
    public KeyIndex(Path folder, long expected) {
        this.folder = folder;
        long slots = Long.highestOneBit(expected * 8 / 5) * 2;
        this.table = SlotTable.of(folder, Math.clamp(slots, LEAST_SLOTS, MOST_FIRST_SLOTS));
    }

    /// @param entries with records that are not zero; unsigned
    public void add(KeyEntries entries) {
        entries.forEach(entry -> {
            int hash = SlotTable.hash(entry);
            met[word(hash)] |= bit(hash);
            fresh.put(entry);
            if (fresh.isFull()) {
                layDown();
            }
        });
    }

    /// @param hashes with no record
    public void find(KeyEntries hashes, IntConsumer records) {
        hashes.forEach(entry -> {
            int hash = SlotTable.hash(entry);
            if ((met[word(hash)] & bit(hash)) != 0) {
                fresh.find(hash, records);
                table.find(hash, records);
            }
        });
    }

    private void layDown() {
        fresh.forEach(entry -> {
            if (table.isFull() && table.slots() < MOST_SLOTS) {
                grow();
            }
            table.put(entry);
        });
        fresh.clear();
    }

    private void grow() {
        SlotTable larger = SlotTable.of(folder, table.slots() * 2);
        table.forEach(larger::put);
        table.close();
        table = larger;
    }

    private static int word(int hash) {
        return hash >>> 12;
    }

    private static long bit(int hash) {
        return 1L << (hash >>> 6);
    }

    @Override
    public void close() {
        fresh.close();
        table.close();
    }

    /// Wraps what can go wrong with a scratch file: mostly that the disk is full.
    static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("The scratch files of a dry run could not be written", e);
    }
}
