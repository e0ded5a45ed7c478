package io.muster.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers as people read them.
public final class Texts {
    private Texts() {}

    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    public static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1 << 20));
    }

    /// A median with the single runs behind it, and the rate that it means.
    public static String runs(String what, List<Double> seconds, long rows) {
        double median = Times.median(seconds);
        String all =
                seconds.size() == 1
                        ? ""
                        : seconds.stream()
                                .map(Texts::seconds)
                                .collect(Collectors.joining(", ", " (", ")"));
        return String.format(
                Locale.ROOT, "%s %s%s, %,.0f rows/s", what, seconds(median), all, rows / median);
    }
}
