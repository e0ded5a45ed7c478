package io.muster.server.access.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a new key is to be valid.
enum Lifetime {
    MONTH(30),
    QUARTER(90),
    YEAR(365),
    FOREVER(0);

    private final int days;

    Lifetime(int days) {
        this.days = days;
    }

    /// From when on the key is refused; null for never.
    @Nullable Instant from(Instant now) {
        return days == 0 ? null : now.plus(Duration.ofDays(days));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What cannot be read is the usual one.
    static Lifetime of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(QUARTER);
    }
}
