package io.muster.server.contacts.dry;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Hashes of keys, each with a record or nought, that are gathered to be added or sought at once.
///
/// An index is far larger than the processor's caches. In the order of the hashes a batch walks
/// through it once; in the order of the rows it would jump about.
public final class KeyEntries {
    private long[] entries = new long[1 << 12];
    private int size;

    public void add(int hash, int record) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = SlotTable.entry(hash, record);
    }

    public void clear() {
        size = 0;
    }

    /// Goes through them by their hashes.
    void forEach(LongConsumer action) {
        Arrays.sort(entries, 0, size);
        for (int i = 0; i < size; i++) {
            action.accept(entries[i]);
        }
    }
}
