package io.muster.server.importlog;

import io.muster.engine.outcome.Code;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why rows were warned about or failed: a remark, and the field that it is about.
///
/// @param field as a remark names it; null when whole rows are meant
public record LogReason(Code code, @Nullable String field) {

    /// As addresses write it: `INVALID_EMAIL:email`, or the code alone.
    public String text() {
        return field == null ? code.name() : code.name() + ":" + field;
    }

    /// Empty when there is no such code.
    public static Optional<LogReason> of(String text) {
        int end = text.indexOf(':');
        return of(
                end < 0 ? text : text.substring(0, end), end < 0 ? null : text.substring(end + 1));
    }

    /// Empty when there is no such code, or no longer.
    public static Optional<LogReason> of(String code, @Nullable String field) {
        return Arrays.stream(Code.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(one -> new LogReason(one, field));
    }

    /// The code in words.
    public String words() {
        String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
