package io.muster.server.contacts.dry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/// Finds records by a hash of their keys. It may name a record that has another key with the same
/// hash, and never misses one. For one thread.
///
/// An open-addressed table of longs, a hash in the upper half and a record in the lower; it doubles
/// before it is too full.
public final class KeyIndex implements AutoCloseable {
    private static final long LEAST_SLOTS = 1 << 12;

    /// Room that is taken on a mere guess.
    private static final long MOST_FIRST_SLOTS = 1 << 24;

    private static final long MOST_SLOTS = 1L << 32;
    private static final long RECORD = 0xFFFF_FFFFL;

    private final Path folder;
    private SlotTable table;
    private long entries;

    /// @param expected how many entries there will probably be
    public KeyIndex(Path folder, long expected) {
        this.folder = folder;
        long slots = Long.highestOneBit(expected * 8 / 5) * 2;
        this.table = SlotTable.of(folder, Math.clamp(slots, LEAST_SLOTS, MOST_FIRST_SLOTS));
    }

    /// @param record not zero; unsigned
    public void add(int hash, int record) {
        if (entries * 8 > table.slots() * 5 && table.slots() < MOST_SLOTS) {
            grow();
        }
        entries += put(table, (long) hash << 32 | (record & RECORD)) ? 1 : 0;
    }

    public void find(int hash, IntConsumer records) {
        long slot = first(table, hash);
        for (long entry = table.get(slot); entry != 0; entry = table.get(slot)) {
            if ((int) (entry >>> 32) == hash) {
                records.accept((int) entry);
            }
            slot = table.next(slot);
        }
    }

    private void grow() {
        SlotTable larger = SlotTable.of(folder, table.slots() * 2);
        for (long slot = 0; slot < table.slots(); slot++) {
            long entry = table.get(slot);
            if (entry != 0) {
                put(larger, entry);
            }
        }
        table.close();
        table = larger;
    }

    /// @return false when it was there already
    private static boolean put(SlotTable table, long entry) {
        long slot = first(table, (int) (entry >>> 32));
        for (long there = table.get(slot); there != 0; there = table.get(slot)) {
            if (there == entry) {
                return false;
            }
            slot = table.next(slot);
        }
        table.set(slot, entry);
        return true;
    }

    private static long first(SlotTable table, int hash) {
        return Integer.toUnsignedLong(hash) & (table.slots() - 1);
    }

    @Override
    public void close() {
        table.close();
    }

    /// Wraps what can go wrong with a scratch file: mostly that the disk is full.
    static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("The scratch files of a dry run could not be written", e);
    }
}
