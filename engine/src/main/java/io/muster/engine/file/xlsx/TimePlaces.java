package io.muster.engine.file.xlsx;

import io.muster.engine.file.xlsx.FormatToken.Comma;
import io.muster.engine.file.xlsx.FormatToken.Digit;
import io.muster.engine.file.xlsx.FormatToken.Elapsed;
import io.muster.engine.file.xlsx.FormatToken.Literal;
import io.muster.engine.file.xlsx.FormatToken.Percent;
import io.muster.engine.file.xlsx.FormatToken.Plain;
import io.muster.engine.file.xlsx.FormatToken.Point;
import io.muster.engine.file.xlsx.FormatToken.Time;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// Puts a moment into the places of a format. A whole date comes in ISO order, whatever the format
/// says: it is the same day to whoever reads it, and nobody has to be asked which number is the
/// month.
final class TimePlaces {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final BigDecimal HOURS = BigDecimal.valueOf(24);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int NOON = 12;
    private static final int HALF_A_SECOND = 500_000_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final List<FormatToken> tokens;
    private final BigDecimal number;
    private final LocalDateTime moment;

    TimePlaces(List<FormatToken> tokens, BigDecimal number, LocalDateTime moment) {
        this.tokens = tokens;
        this.number = number;
        // Nobody sees the second that comes closer by less than a millisecond, or not at all.
        this.moment =
                tokens.contains(new Point()) || moment.getNano() < HALF_A_SECOND
                        ? moment
                        : moment.withNano(0).plusSeconds(1);
    }

    String show() {
        boolean year = has('y') || has('e');
        boolean month = has('m') && indexOfMonth() >= 0;
        if (year && month && has('d')) {
            return iso();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Literal(String literal) -> text.append(literal);
                case Time(String letters) -> text.append(part(letters, i));
                case Elapsed(char unit) -> text.append(elapsed(unit));
                case Point _ -> text.append('.');
                case Digit _ -> text.append(fraction(i));
                case Comma _ -> text.append(',');
                case Percent _ -> text.append('%');
                case Plain _ -> {}
            }
        }
        return text.toString().strip();
    }

    private String iso() {
        if (!has('h')) {
            return moment.toLocalDate().toString();
        }
        return (has('s') ? SECONDS : MINUTES).format(moment);
    }

    private String part(String letters, int at) {
        int length = letters.length();
        return switch (letters.charAt(0)) {
            case 'y', 'e' ->
                    length > 2 || letters.charAt(0) == 'e'
                            ? "%04d".formatted(moment.getYear())
                            : "%02d".formatted(moment.getYear() % 100);
            case 'm' -> isMinute(at) ? padded(moment.getMinute(), length) : month(length);
            case 'd' -> day(length);
            case 'h' -> padded(hour(), length);
            case 's' -> padded(moment.getSecond(), length);
            case 'A' -> half(letters);
            default -> "";
        };
    }

    private String month(int length) {
        return switch (length) {
            case 1, 2 -> padded(moment.getMonthValue(), length);
            case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 5 -> moment.getMonth().getDisplayName(TextStyle.NARROW, Locale.ENGLISH);
            default -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }

    private String day(int length) {
        return switch (length) {
            case 1, 2 -> padded(moment.getDayOfMonth(), length);
            case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }

    private int hour() {
        boolean halves =
                tokens.stream()
                        .anyMatch(
                                t -> t instanceof Time(String letters) && letters.startsWith("A"));
        int hour = moment.getHour();
        return halves ? (hour + NOON - 1) % NOON + 1 : hour;
    }

    private String half(String letters) {
        String half = moment.getHour() < NOON ? "AM" : "PM";
        return letters.length() > 3 ? half : half.substring(0, 1);
    }

    /// The parts of a second that the place at hand shows.
    private String fraction(int at) {
        int place = 0;
        for (int i = at; i >= 0 && tokens.get(i) instanceof Digit; i--) {
            place++;
        }
        String millis = "%03d".formatted(moment.getNano() / NANOS_PER_MILLI);
        return place <= millis.length() ? millis.substring(place - 1, place) : "0";
    }

    private String elapsed(char unit) {
        BigDecimal hours = number.multiply(HOURS);
        BigDecimal all =
                switch (unit) {
                    case 'h' -> hours;
                    case 'm' -> hours.multiply(SIXTY);
                    default -> hours.multiply(SIXTY).multiply(SIXTY);
                };
        // An hour that lacks the last bit of a double is an hour.
        return all.setScale(6, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.FLOOR)
                .toPlainString();
    }

    private boolean has(char letter) {
        return tokens.stream()
                .anyMatch(t -> t instanceof Time(String letters) && letters.charAt(0) == letter);
    }

    private int indexOfMonth() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Time(String letters)
                    && letters.charAt(0) == 'm'
                    && !isMinute(i)) {
                return i;
            }
        }
        return -1;
    }

    /// The letter of months is a minute's behind an hour or before a second.
    private boolean isMinute(int at) {
        String letters = ((Time) tokens.get(at)).letters();
        return letters.length() <= 2 && (neighbour(at, -1) == 'h' || neighbour(at, 1) == 's');
    }

    private char neighbour(int at, int step) {
        for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
            switch (tokens.get(i)) {
                case Time(String letters) -> {
                    return letters.charAt(0);
                }
                case Elapsed(char unit) -> {
                    return unit;
                }
                case Literal _, Digit _, Point _, Comma _, Percent _, Plain _ -> {}
            }
        }
        return ' ';
    }

    private static String padded(int value, int length) {
        return length > 1 ? "%02d".formatted(value) : Integer.toString(value);
    }
}
