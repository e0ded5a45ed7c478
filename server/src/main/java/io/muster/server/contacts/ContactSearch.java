package io.muster.server.contacts;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
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

    /// The contacts whose name holds the text, and the one with this external id.
    record Name(String externalId, String part) implements ContactSearch {}

    int MAX_LENGTH = 255;

    /// Names hold neither `@` nor digits alone, so such a text is looked up by key only, at once.
    Pattern NO_NAME = Pattern.compile(".*@.*|[\\d\\s()+./-]+");

    /// @param phones the rule that reads phone numbers as the tenant writes them
    static ContactSearch of(String text, CellRule phones) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (plain.length() > MAX_LENGTH) {
            plain = plain.substring(0, MAX_LENGTH);
        }
        if (plain.isEmpty()) {
            return new All();
        }
        if (!NO_NAME.matcher(plain).matches()) {
            return new Name(plain, plain);
        }
        String phone = phones.read(plain) instanceof Cell.Valid(String number) ? number : null;
        return new Key(plain, plain.toLowerCase(Locale.ROOT), phone);
    }
}
