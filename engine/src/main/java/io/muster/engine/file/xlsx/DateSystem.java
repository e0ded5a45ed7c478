package io.muster.engine.file.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// From which day a workbook counts days.
enum DateSystem {
    FROM_1900,
    /// Old Macintosh workbooks.
    FROM_1904;

    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    /// Day 1 is 1 January 1900. From day 61 on there is one more, as spreadsheets believe that 1900
    /// had a 29 February.
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 31);

    private static final int BELIEVED_LEAP_DAY = 60;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
    private static final int NANOS = 1_000_000;

    static DateSystem of(@Nullable String date1904) {
        return "1".equals(date1904) || "true".equals(date1904) ? FROM_1904 : FROM_1900;
    }

    /// The moment that a number means, to the millisecond; null when it means none.
    @Nullable LocalDateTime moment(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
            return null;
        }
        long millis = number.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long days = millis / MILLIS.longValue();
        if (this == FROM_1900 && days == BELIEVED_LEAP_DAY) {
            return null;
        }
        LocalDate date =
                switch (this) {
                    case FROM_1904 -> DAY_0_OF_1904.plusDays(days);
                    case FROM_1900 ->
                            DAY_0_OF_1900.plusDays(days > BELIEVED_LEAP_DAY ? days - 1 : days);
                };
        return date.atStartOfDay().plusNanos(millis % MILLIS.longValue() * NANOS);
    }
}
