package io.muster.server.contacts;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.server.access.Sight;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person types to find contacts.
public sealed interface ContactSearch {

    /// Every contact.
    record All() implements ContactSearch {}

    /// The contacts with exactly this external id, email or phone.
    ///
    /// @param phone in E.164, null when the text is no phone number
    record Key(String externalId, String email, @Nullable String phone) implements ContactSearch {}

    /// The contacts whose name fits, and the one with this external id.
    ///
    /// @param pattern of `ilike`, in which wildcards of the text stand for themselves
    record Name(String externalId, String pattern) implements ContactSearch {
        static Name of(String text, Sight sight) {
            String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            return new Name(text, sight.isWhole() ? "%" + literal + "%" : literal);
        }
    }

    int MAX_LENGTH = 255;

    /// Names hold neither `@` nor digits alone, so such a text is looked up by key only, at once.
    Pattern NO_NAME = Pattern.compile(".*@.*|[\\d\\s()+./-]+");

    /// Whoever sees names masked finds by a whole name only: by parts of it they could spell it
    /// out.
    ///
    /// @param phones the rule that reads phone numbers as the tenant writes them
    static ContactSearch of(String text, CellRule phones, Sight sight) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (plain.length() > MAX_LENGTH) {
            plain = plain.substring(0, MAX_LENGTH);
        }
        if (plain.isEmpty()) {
            return new All();
        }
        if (!NO_NAME.matcher(plain).matches()) {
            return Name.of(plain, sight);
        }
        String phone = phones.read(plain) instanceof Cell.Valid(String number) ? number : null;
        return new Key(plain, plain.toLowerCase(Locale.ROOT), phone);
    }
}
