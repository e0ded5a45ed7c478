package io.muster.server.imports.run;

import io.muster.engine.matching.IdentityKey;
import java.util.UUID;

/// Remembers in fixed memory what it was given: it may say yes of something that it never met, but
/// never no of something that it did.
final class BloomFilter {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long[] words;
    private final int mask;

    /// @param bits a power of two, at least 64; some ten for each thing keep wrong answers rare
    BloomFilter(int bits) {
        words = new long[bits / Long.SIZE];
        mask = bits - 1;
    }

    void add(UUID id) {
        add(hash(id));
    }

    boolean mayHold(UUID id) {
        return mayHold(hash(id));
    }

    void add(IdentityKey key, String value) {
        add(hash(key, value));
    }

    boolean mayHold(IdentityKey key, String value) {
        return mayHold(hash(key, value));
    }

    private void add(long hash) {
        set(hash);
        set(hash >>> 32);
    }

    private boolean mayHold(long hash) {
        return isSet(hash) && isSet(hash >>> 32);
    }

    private void set(long hash) {
        int bit = (int) hash & mask;
        words[bit >>> 6] |= 1L << bit;
    }

    private boolean isSet(long hash) {
        int bit = (int) hash & mask;
        return (words[bit >>> 6] & (1L << bit)) != 0;
    }

    private static long hash(UUID id) {
        return spread((id.getMostSignificantBits() * STEP) ^ id.getLeastSignificantBits());
    }

    private static long hash(IdentityKey key, String value) {
        return spread(((long) value.hashCode() << 2) + key.ordinal());
    }

    // Time-ordered ids and numbered keys differ little, so their bits are spread.
    private static long spread(long hash) {
        long spread = (hash ^ (hash >>> 32)) * STEP;
        spread = (spread ^ (spread >>> 29)) * STEP;
        return spread ^ (spread >>> 32);
    }
}
