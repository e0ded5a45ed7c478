package io.muster.server.access;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What a password must be: long, and nothing that somebody who guesses tries first.
///
/// There is no rule about kinds of characters: such rules make passwords worse, not better.
public final class PasswordRule {
    public static final int LEAST_CHARS = 12;

    /// What the password hash takes in; more would be cut off unseen.
    public static final int MOST_BYTES = 72;

    private static final int LEAST_DISTINCT = 5;

    /// The part of an email before the `@` may be so short that it stands in everything.
    private static final int LEAST_OF_EMAIL = 4;

    private static final String PRODUCT = "muster";
    private static final String LIST = "common-passwords.txt";
    private static final Set<String> COMMON = read();

    private PasswordRule() {}

    /// @throws ApiProblem 422 saying what is wrong with the password
    static void check(String password, String email) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARS) {
            throw refused(
                    "PASSWORD_TOO_SHORT",
                    "A password needs at least "
                            + LEAST_CHARS
                            + " characters. A few words in a row are easy to remember.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused(
                    "PASSWORD_TOO_LONG",
                    "A password can have at most "
                            + MOST_BYTES
                            + " bytes; letters outside of English take two or more.");
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (folded.contains(PRODUCT)) {
            throw refused("PASSWORD_GUESSABLE", "A password must not hold the product's name.");
        }
        if (holdsEmail(folded, email.toLowerCase(Locale.ROOT))) {
            throw refused("PASSWORD_GUESSABLE", "A password must not hold your email.");
        }
        if (isCommon(folded)) {
            throw refused(
                    "PASSWORD_COMMON",
                    "This password is among those that are tried first. Choose another one.");
        }
    }

    private static boolean holdsEmail(String folded, String email) {
        int at = email.indexOf('@');
        String local = at < 0 ? email : email.substring(0, at);
        return folded.contains(email) || local.length() >= LEAST_OF_EMAIL && folded.contains(local);
    }

    /// As it is, or what is left of it without the digits and signs around it, or a repetition.
    private static boolean isCommon(String folded) {
        String core = core(folded);
        String plain = compact(unleet(core));
        return folded.codePoints().distinct().count() < LEAST_DISTINCT
                || isSequence(folded)
                || COMMON.contains(folded)
                || COMMON.contains(compact(core))
                || COMMON.contains(plain)
                || COMMON.contains(compact(core(unleet(folded))))
                || isRepetition(plain);
    }

    private static String core(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String compact(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    /// Each character follows the one before it, up or down.
    private static boolean isSequence(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Math.abs(text.charAt(i) - text.charAt(i - 1)) == 1) {
                steps++;
            }
        }
        return steps >= text.length() - 3;
    }

    /// One common word, again and again.
    private static boolean isRepetition(String text) {
        for (int length = 3; length <= text.length() / 2; length++) {
            String part = text.substring(0, length);
            if (COMMON.contains(part) && part.repeat(text.length() / length + 1).startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> read() {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PasswordRule.class.getResourceAsStream(LIST)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiProblem refused(String code, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError("/password", code, message)));
    }
}
