package io.muster.engine.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An exact pattern in the letters of `java.time`: `d.M.yyyy`, `dd/MM/yy`, `MMM d, yyyy HH:mm`.
///
/// Two digits of a year mean 2000 to 2099. Names of months and days are read in each language that
/// the product knows.
///
/// @param formatters one for each language, or a single one where the pattern has no names
public record DatePattern(String text, List<DateTimeFormatter> formatters) implements DateFormat {

    private static final int MAX_LENGTH = 40;
    private static final Pattern LETTERS = Pattern.compile("[yuMLdEeaHhmsSXxZ]*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern NAMES = Pattern.compile(".*(MMM|LLL|E).*", Pattern.DOTALL);
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl");

    /// Days whose parts cannot stand for each other.
    private static final List<LocalDate> PROBES =
            List.of(LocalDate.of(2026, 1, 31), LocalDate.of(2011, 12, 3));

    public DatePattern {
        formatters = List.copyOf(formatters);
    }

    @Override
    public @Nullable LocalDate read(String input) {
        String plain = Invisible.strip(input);
        for (DateTimeFormatter formatter : formatters) {
            try {
                return LocalDate.from(formatter.parse(plain));
            } catch (DateTimeException e) {
                // Another language may fit.
            }
        }
        return null;
    }

    @Override
    public String example() {
        return formatters.getFirst().format(PROBES.getFirst().atStartOfDay());
    }

    static Optional<DatePattern> parse(String text) {
        String plain = QUOTED.matcher(text).replaceAll("");
        String letters = plain.replaceAll("[^A-Za-z]", "");
        if (text.length() > MAX_LENGTH
                || letters.isEmpty()
                || !LETTERS.matcher(letters).matches()) {
            return Optional.empty();
        }
        boolean hasNames = NAMES.matcher(plain).matches();
        try {
            DatePattern pattern =
                    new DatePattern(
                            text,
                            (hasNames ? LANGUAGES.stream() : Stream.of("en"))
                                    .map(language -> formatter(text, Locale.of(language)))
                                    .toList());
            return pattern.readsWhatItWrites() ? Optional.of(pattern) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean readsWhatItWrites() {
        return PROBES.stream().allMatch(day -> day.equals(read(write(day))));
    }

    @Override
    public String write(LocalDate day) {
        return formatters.getFirst().format(day.atStartOfDay());
    }

    private static DateTimeFormatter formatter(String text, Locale language) {
        // Strict, so that 31 February is refused; then a year must not ask for its era.
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withProlepticYear(text))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static String withProlepticYear(String text) {
        var pattern = new StringBuilder(text);
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (c == 'y' && !quoted) {
                pattern.setCharAt(i, 'u');
            }
        }
        return pattern.toString();
    }
}
