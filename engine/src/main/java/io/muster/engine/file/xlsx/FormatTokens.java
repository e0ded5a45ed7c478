package io.muster.engine.file.xlsx;

import io.muster.engine.file.xlsx.FormatToken.Comma;
import io.muster.engine.file.xlsx.FormatToken.Digit;
import io.muster.engine.file.xlsx.FormatToken.Elapsed;
import io.muster.engine.file.xlsx.FormatToken.Literal;
import io.muster.engine.file.xlsx.FormatToken.Percent;
import io.muster.engine.file.xlsx.FormatToken.Plain;
import io.muster.engine.file.xlsx.FormatToken.Point;
import io.muster.engine.file.xlsx.FormatToken.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes the code of a section apart.
final class FormatTokens {

    private static final String TIMES = "ymdhsebg";

    private final String code;
    private final List<FormatToken> tokens = new ArrayList<>();
    private @Nullable FormatCondition condition;
    private int at;

    FormatTokens(String code) {
        this.code = code;
        while (at < code.length()) {
            take(code.charAt(at));
        }
    }

    List<FormatToken> tokens() {
        return tokens;
    }

    @Nullable FormatCondition condition() {
        return condition;
    }

    private void take(char c) {
        char lower = Character.toLowerCase(c);
        if (startsWith("general")) {
            add(new Plain(), "general".length());
        } else if (startsWith("am/pm")) {
            add(new Time("AM/PM"), "am/pm".length());
        } else if (startsWith("a/p")) {
            add(new Time("A/P"), "a/p".length());
        } else if (lower == 'e' && at + 1 < code.length() && isSign(code.charAt(at + 1))) {
            // The exponent of scientific notation, which costs digits.
            add(new Plain(), 2);
        } else if (TIMES.indexOf(lower) >= 0) {
            takeTime(lower);
        } else {
            takeOther(c);
        }
    }

    private void takeOther(char c) {
        switch (c) {
            case '"' -> takeQuoted();
            case '[' -> takeBracketed();
            case '\\' ->
                    add(
                            new Literal(
                                    at + 1 < code.length() ? code.substring(at + 1, at + 2) : ""),
                            2);
            // As wide as the next character, or filled with it: nothing to read.
            case '_', '*' -> at += 2;
            case '0', '#', '?' -> add(new Digit(c), 1);
            case '.' -> add(new Point(), 1);
            case ',' -> add(new Comma(), 1);
            case '%' -> add(new Percent(), 1);
            case '@' -> add(new Plain(), 1);
            default -> add(new Literal(String.valueOf(c)), 1);
        }
    }

    private void add(FormatToken token, int length) {
        tokens.add(token);
        at += length;
    }

    private void takeTime(char letter) {
        int end = at;
        while (end < code.length() && Character.toLowerCase(code.charAt(end)) == letter) {
            end++;
        }
        add(new Time(code.substring(at, end).toLowerCase(Locale.ROOT)), end - at);
    }

    private void takeQuoted() {
        int end = code.indexOf('"', at + 1);
        String text = code.substring(at + 1, end < 0 ? code.length() : end);
        add(new Literal(text), text.length() + 2);
    }

    /// A colour, a condition, a currency with its country, or time that goes on counting.
    private void takeBracketed() {
        int end = code.indexOf(']', at);
        String text = code.substring(at + 1, end < 0 ? code.length() : end);
        at += text.length() + 2;
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("h+|m+|s+")) {
            tokens.add(new Elapsed(lower.charAt(0)));
        } else if (text.startsWith("$")) {
            int country = text.indexOf('-');
            tokens.add(new Literal(text.substring(1, country < 0 ? text.length() : country)));
        } else {
            FormatCondition found = FormatCondition.of(text);
            condition = found == null ? condition : found;
        }
    }

    private boolean startsWith(String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
