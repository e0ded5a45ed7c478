package io.muster.server.platform.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Sizes of files as people say them.
public final class Sizes {
    private static final long KILO = 1_024;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Sizes() {}

    /// Bytes in steps of 1,024, as the limits are set.
    public static String of(long bytes) {
        if (bytes < KILO) {
            return Texts.t("amount.bytes", bytes);
        }
        double value = bytes;
        int unit = -1;
        while (value >= KILO && unit < UNITS.length - 1) {
            value /= KILO;
            unit++;
        }
        // Small numbers keep one digit after the point.
        String number =
                BigDecimal.valueOf(value)
                        .setScale(value < 10 ? 1 : 0, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return number + " " + UNITS[unit];
    }
}
