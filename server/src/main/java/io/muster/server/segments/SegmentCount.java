package io.muster.server.segments;

/// How many contacts a segment has, as far as is known.
public sealed interface SegmentCount {

    /// As they stand at this moment.
    record Now(long contacts) implements SegmentCount {}

    /// As they stood when they were last counted; some have changed since.
    record Former(long contacts) implements SegmentCount {}

    /// They were never counted, and are too many to be counted while somebody waits.
    record Unknown() implements SegmentCount {}

    /// How much a count may cost.
    enum Counting {
        /// All contacts are looked through if they have changed since the last time.
        ALL,
        /// So many contacts at most that nobody waits.
        AT_HAND
    }
}
