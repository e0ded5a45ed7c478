package io.muster.server.imports.run;

import java.util.UUID;

/// Remembers in fixed memory which contacts an import has met: it may say yes of one that was not
/// met, never no of one that was. The log has the exact answer; this saves asking it about nearly
/// every contact.
final class PlacedFilter {
    private static final int BITS = 1 << 25;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long[] words = new long[BITS / Long.SIZE];

    void add(UUID contact) {
        long hash = hash(contact);
        set(hash);
        set(hash >>> 32);
    }

    boolean mayHold(UUID contact) {
        long hash = hash(contact);
        return isSet(hash) && isSet(hash >>> 32);
    }

    private void set(long hash) {
        int bit = (int) hash & (BITS - 1);
        words[bit >>> 6] |= 1L << bit;
    }

    private boolean isSet(long hash) {
        int bit = (int) hash & (BITS - 1);
        return (words[bit >>> 6] & (1L << bit)) != 0;
    }

    // Time-ordered ids differ little, so their bits are spread first.
    private static long hash(UUID id) {
        long hash = (id.getMostSignificantBits() * STEP) ^ id.getLeastSignificantBits();
        hash = (hash ^ (hash >>> 32)) * STEP;
        return hash ^ (hash >>> 29);
    }
}
