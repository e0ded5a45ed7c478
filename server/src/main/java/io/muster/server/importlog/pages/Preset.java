package io.muster.server.importlog.pages;

import static io.muster.server.platform.pages.Texts.t;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A range that people choose by its name.
public enum Preset {
    MINUTES_15(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    ALL(null),
    /// From and to, as the person writes them.
    CUSTOM(null);

    private final @Nullable Duration length;

    Preset(@Nullable Duration length) {
        this.length = length;
    }

    /// Null when it is not so long before now.
    @Nullable Duration length() {
        return length;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return t("log.range." + text());
    }

    static Optional<Preset> of(String text) {
        return Stream.of(values()).filter(preset -> preset.text().equals(text)).findFirst();
    }
}
