package io.muster.server.access;

import io.muster.engine.outcome.Info;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as they are shown to those who may know that they are there, not what they are.
final class Mask {
    private static final String DOTS = "•••";
    private static final int LEAST_PHONE = 8;

    private Mask() {}

    static @Nullable String name(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(name.strip().split("\\s+"))
                        .map(Mask::begun)
                        .collect(Collectors.joining(" "));
    }

    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        return phone.length() < LEAST_PHONE
                ? DOTS
                : phone.substring(0, 2) + DOTS + phone.substring(phone.length() - 2);
    }

    static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        return at < 1 ? DOTS : begun(email) + email.substring(at);
    }

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : dots(text);
    }

    static String dots(String text) {
        return text.isEmpty() ? "" : DOTS;
    }

    static Map<String, String> cells(Map<String, String> cells) {
        Map<String, String> masked = new LinkedHashMap<>();
        cells.forEach((header, text) -> masked.put(header, dots(text)));
        return masked;
    }

    static Map<String, Object> values(Map<String, ?> values, Sight sight) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((key, value) ->
                shown.put(
                        key,
                        value == null || value.equals("") ? "" : sight.isWhole() ? value : DOTS));
        return shown;
    }

    /// A remark without the value that it quotes; the sentence may quote it too.
    static Info info(Info info) {
        return Info.DUPLICATE_OF_ROW.equals(info.field())
                ? info
                : Info.of(info.code(), info.field(), text(info.value()));
    }

    private static String begun(String text) {
        return text.isEmpty() ? DOTS : text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS;
    }
}
