package io.muster.engine.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The three parts of a written date, whatever their order.
///
/// A time of day behind it is passed over: the field holds the day as it is written. A year has
/// four digits; what a shorter one means, only an exact pattern can say.
record DateText(List<String> parts, boolean isIso) {

    private static final int MAX_LENGTH = 60;

    private static final Pattern TIME =
            Pattern.compile(
                    "(?:T|,? )(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?"
                            + "(?: ?[AaPp]\\.?[Mm]\\.?)?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?$");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");

    /// Digits with one and the same mark between them.
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,4})(\\. ?|[/ -])(\\d{1,2})\\2(\\d{1,4})\\.?");

    /// With the month in words: `31. Januar 2026`, `January 31st, 2026`, `31 de enero de 2026`.
    private static final Pattern WORDED =
            Pattern.compile(
                    "(\\d{1,4}|\\p{L}+)(?:st|nd|rd|th|er|º|ª)?(?:\\.|,)?[ /-]?(?:de |of )?"
                            + "(\\d{1,2}|\\p{L}+)(?:st|nd|rd|th|er|º|ª)?(?:\\.|,)?[ /-]?(?:de |del )?"
                            + "(?<!\\d)(\\d{1,4})");

    private static final Map<String, Integer> MONTHS = months();

    /// Null when the text has not the look of a date.
    static @Nullable DateText of(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        String date = TIME.matcher(Invisible.strip(text)).replaceFirst("").strip();
        Matcher compact = COMPACT.matcher(date);
        if (compact.matches()) {
            return parts(compact.group(1), compact.group(2), compact.group(3), false);
        }
        Matcher numeric = NUMERIC.matcher(date);
        if (numeric.matches()) {
            return parts(
                    numeric.group(1),
                    numeric.group(3),
                    numeric.group(4),
                    ISO.matcher(date).matches());
        }
        Matcher worded = WORDED.matcher(date);
        return worded.matches() && (isWord(worded.group(1)) != isWord(worded.group(2)))
                ? parts(worded.group(1), worded.group(2), worded.group(3), false)
                : null;
    }

    private static DateText parts(String first, String second, String third, boolean isIso) {
        return new DateText(List.of(first, second, third), isIso);
    }

    /// The year at a place of the date; 0 for none.
    int year(int at) {
        String part = parts.get(at);
        return part.length() == 4 && !isWord(part) ? Integer.parseInt(part) : 0;
    }

    /// The month, from 1; 0 for none.
    int month(int at) {
        String part = parts.get(at);
        return isWord(part) ? MONTHS.getOrDefault(PlainWords.of(part), 0) : day(at);
    }

    /// The day; 0 for none.
    int day(int at) {
        String part = parts.get(at);
        return part.length() <= 2 && !isWord(part) ? Integer.parseInt(part) : 0;
    }

    private static boolean isWord(String part) {
        return Character.isLetter(part.charAt(0));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (WordList.Line line : WordList.read(DateText.class, "months.txt")) {
            int month = Integer.parseInt(line.key());
            line.words().forEach(word -> months.put(PlainWords.of(word), month));
        }
        return Map.copyOf(months);
    }
}
