package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.segments.SegmentCount;

/// A segment's count in words.
final class CountView {
    private CountView() {}

    static String words(SegmentCount count) {
        return switch (count) {
            case SegmentCount.Now(long contacts) -> t("contacts.count", contacts);
            case SegmentCount.Former(long contacts) -> t("segment.count.former", contacts);
            case SegmentCount.Unknown() -> t("segment.counting");
        };
    }

    static boolean isOld(SegmentCount count) {
        return switch (count) {
            case SegmentCount.Now now -> false;
            case SegmentCount.Former former -> true;
            case SegmentCount.Unknown unknown -> true;
        };
    }
}
