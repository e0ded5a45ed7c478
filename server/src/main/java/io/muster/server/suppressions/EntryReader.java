package io.muster.server.suppressions;

import io.muster.engine.field.Cell;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.CellText;
import io.muster.engine.outcome.Code;
import io.muster.server.suppressions.Entry.Bad;
import io.muster.server.suppressions.Entry.Good;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads values by the rules of the fields that they are matched with.
public final class EntryReader {
    private static final int LONGEST_REASON = 500;

    private final Rules rules;

    EntryReader(Rules rules) {
        this.rules = rules;
    }

    /// @param kind as the API writes it; null to find it out
    public Entry read(@Nullable String kind, @Nullable String value, @Nullable String reason) {
        Optional<String> text = CellText.clean(value == null ? "" : value);
        if (text.isEmpty()) {
            return bad("value", Code.CONTROL_CHARACTER);
        }
        if (text.get().isEmpty()) {
            return new Bad("value", Code.MISSING_FIELD, "Give a phone, an email or a domain.");
        }
        Optional<SuppressionKind> known =
                kind == null
                        ? Optional.of(SuppressionKind.guess(text.get()))
                        : SuppressionKind.find(kind);
        if (known.isEmpty()) {
            return new Bad("kind", Code.INVALID_OPTION, "The kinds are phone, email and domain.");
        }
        Optional<String> why = CellText.clean(reason == null ? "" : reason);
        if (why.isEmpty() || why.get().length() > LONGEST_REASON) {
            return new Bad(
                    "reason",
                    Code.TOO_LONG,
                    "A reason is text of up to " + LONGEST_REASON + " characters.");
        }
        return switch (cell(known.get(), text.get())) {
            case Cell.Valid(Object read) ->
                    new Good(known.get(), stored(known.get(), read), why.get());
            case Cell.Nothing() -> bad("value", Code.MISSING_FIELD);
            case Cell.Invalid invalid -> bad("value", invalid.code());
        };
    }

    /// The domain of an email, in the form in which emails are matched.
    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    private Cell cell(SuppressionKind kind, String text) {
        return switch (kind) {
            case PHONE -> rules.of(StandardField.PHONE).read(text);
            case EMAIL -> rules.of(StandardField.EMAIL).read(text);
            // What is a domain is what can stand in an email.
            case DOMAIN -> rules.of(StandardField.EMAIL).read("x@" + bare(text));
        };
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("^\\*?@", "");
    }

    private static String stored(SuppressionKind kind, Object read) {
        return switch (kind) {
            case PHONE, EMAIL -> (String) read;
            case DOMAIN -> domain((String) read);
        };
    }

    private static Bad bad(String part, Code code) {
        return new Bad(part, code, code.sentence());
    }
}
