package io.muster.engine.field;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.util.regex.Pattern;

/// One of the library's patterns for national numbers, compiled.
final class NumberPattern {
    private final Pattern pattern;
    private final boolean exists;

    /// A bit for each possible length; all of them where the data names none.
    private final long lengths;

    NumberPattern(PhoneNumberDesc data) {
        this.exists = !data.getNationalNumberPattern().isEmpty();
        this.pattern = Pattern.compile(data.getNationalNumberPattern());
        this.lengths =
                data.getPossibleLengthList().stream()
                        .filter(length -> length > 0)
                        .mapToLong(length -> 1L << length)
                        .reduce((a, b) -> a | b)
                        .orElse(data.getPossibleLengthCount() == 0 ? -1L : 0L);
    }

    /// Whether pattern and length both fit.
    boolean accepts(String digits) {
        return (lengths & 1L << digits.length()) != 0 && matches(digits);
    }

    boolean matches(String digits) {
        return exists && pattern.matcher(digits).matches();
    }
}
