package io.muster.engine.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The order of year, month and day in the dates of a column.
public enum DateOrder implements DateFormat {
    /// Not chosen. Where the values do not tell either, only dates that begin with the year are
    /// read.
    AUTO("2026-01-31"),
    /// `2026-01-31` and nothing else.
    ISO("2026-01-31"),
    YMD("2026/01/31"),
    DMY("31/01/2026"),
    MDY("01/31/2026");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public @Nullable LocalDate read(String text) {
        DateText parts = DateText.of(text);
        if (parts == null || (this == ISO && !parts.isIso())) {
            return null;
        }
        return switch (this) {
            case AUTO, ISO, YMD -> date(parts.year(0), parts.month(1), parts.day(2));
            case DMY -> date(parts.year(2), parts.month(1), parts.day(0));
            case MDY -> date(parts.year(2), parts.month(0), parts.day(1));
        };
    }

    @Override
    public String write(LocalDate date) {
        String iso = DateTimeFormatter.ISO_LOCAL_DATE.format(date);
        return switch (this) {
            case AUTO, ISO, YMD -> iso;
            case DMY -> DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).format(date);
            case MDY -> DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).format(date);
        };
    }

    /// Finds the order of a column's dates by its values, all of them together.
    public static Detected<DateOrder> detect(List<String> samples) {
        List<DateOrder> orders = List.of(YMD, DMY, MDY);
        List<String> dates =
                samples.stream()
                        .filter(text -> orders.stream().anyMatch(order -> order.reads(text)))
                        .toList();
        if (dates.isEmpty()) {
            return new Detected.Nothing<>();
        }
        List<DateOrder> fitting =
                Stream.concat(Stream.of(ISO), orders.stream())
                        .filter(order -> dates.stream().allMatch(order::reads))
                        .toList();
        if (fitting.isEmpty()) {
            return new Detected.Contradiction<>();
        }
        return fitting.contains(DMY) && fitting.contains(MDY)
                ? new Detected.Ambiguous<>(dates.getFirst())
                : new Detected.Found<>(fitting.getFirst());
    }

    private boolean reads(String text) {
        return read(text) != null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year == 0 || month == 0 || day == 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
