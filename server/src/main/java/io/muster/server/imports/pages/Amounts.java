package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// Sizes, shares and spans of time as people say them.
public final class Amounts {
    private Amounts() {}

    /// Bytes in steps of 1,024, as the limits are set.
    public static String size(long bytes) {
        return Sizes.of(bytes);
    }

    /// A share in percent; what is there is never shown as nothing, nor what is not all as all.
    public static String share(long part, long of) {
        if (of == 0) {
            return "0 %";
        }
        double percent = 100.0 * part / of;
        if (part > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        if (part < of && percent > 99.9) {
            return "> 99.9 %";
        }
        return rounded(percent) + " %";
    }

    /// Small numbers keep one digit after the point.
    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(value < 10 ? 1 : 0, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    public static String duration(Duration span) {
        long seconds = Math.max(span.toSeconds(), 0);
        if (seconds == 0) {
            return t("amount.no_second");
        }
        if (seconds < 60) {
            return t("amount.seconds", seconds);
        }
        if (seconds < 3_600) {
            return t("amount.minutes", seconds / 60, seconds % 60);
        }
        return t("amount.hours", seconds / 3_600, seconds % 3_600 / 60);
    }
}
