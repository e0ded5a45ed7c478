package io.muster.engine.file.xlsx;

import io.muster.engine.file.xlsx.FormatToken.Digit;
import io.muster.engine.file.xlsx.FormatToken.Elapsed;
import io.muster.engine.file.xlsx.FormatToken.Literal;
import io.muster.engine.file.xlsx.FormatToken.Plain;
import io.muster.engine.file.xlsx.FormatToken.Time;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One section of a number format.
///
/// @param condition null when the place of the section says for which numbers it is
record FormatSection(Kind kind, List<FormatToken> tokens, @Nullable FormatCondition condition) {

    static final FormatSection GENERAL = new FormatSection(Kind.PLAIN, List.of(), null);

    /// What a section makes of a number.
    enum Kind {
        PLAIN,
        DIGITS,
        /// The same words for each number.
        WORDS,
        TIME
    }

    static FormatSection of(String code) {
        FormatTokens read = new FormatTokens(code);
        List<FormatToken> tokens = List.copyOf(read.tokens());
        return new FormatSection(kind(tokens), tokens, read.condition());
    }

    private static Kind kind(List<FormatToken> tokens) {
        if (tokens.stream().anyMatch(t -> t instanceof Time || t instanceof Elapsed)) {
            return Kind.TIME;
        }
        boolean plain = tokens.stream().anyMatch(t -> t instanceof Plain || isFraction(t));
        boolean digits = tokens.stream().anyMatch(Digit.class::isInstance);
        if (plain || DigitPlaces.isScaled(tokens)) {
            return Kind.PLAIN;
        }
        return digits ? Kind.DIGITS : words(tokens).isBlank() ? Kind.PLAIN : Kind.WORDS;
    }

    private static String words(List<FormatToken> tokens) {
        StringBuilder words = new StringBuilder();
        for (FormatToken token : tokens) {
            words.append(token instanceof Literal(String text) ? text : "");
        }
        return words.toString();
    }

    private static boolean isFraction(FormatToken token) {
        return token instanceof Literal(String text) && text.equals("/");
    }

    /// @param own whether the section is only for some numbers and shows their sign itself
    String show(BigDecimal number, DateSystem dates, boolean own) {
        return switch (kind) {
            case PLAIN -> PlainNumber.show(number);
            case WORDS -> words(tokens);
            case DIGITS -> DigitPlaces.show(number, tokens, own);
            case TIME -> {
                LocalDateTime moment = dates.moment(number);
                yield moment == null
                        ? PlainNumber.show(number)
                        : new TimePlaces(tokens, number, moment).show();
            }
        };
    }
}
