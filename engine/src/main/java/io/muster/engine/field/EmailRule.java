package io.muster.engine.field;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.JMail;
import com.sanctionco.jmail.ValidationRules;
import io.muster.engine.outcome.Code;
import java.util.Locale;

/// One address, in lower case. `mailto:a@b.c` and `Name <a@b.c>` are taken for the address in them
/// as long as it is the only one; anything else around an address is refused.
record EmailRule(int maxLength) implements CellRule {

    @Override
    public Cell read(String text) {
        String address = address(Invisible.strip(text));
        if (TextRule.exceeds(address, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        return JMail.tryParse(address).filter(EmailRule::isUsual).isPresent()
                ? new Cell.Valid(address.toLowerCase(Locale.ROOT))
                : new Cell.Invalid(Code.INVALID_EMAIL);
    }

    /// Much that is legal is a mistake in a list of contacts: addresses of machines, routes,
    /// quotes, comments.
    private static boolean isUsual(Email email) {
        return ValidationRules.disallowIpDomain(email)
                && ValidationRules.requireTopLevelDomain(email)
                && ValidationRules.disallowSingleCharacterTopLevelDomains(email)
                && ValidationRules.disallowExplicitSourceRouting(email)
                && ValidationRules.disallowQuotedIdentifiers(email)
                && ValidationRules.disallowObsoleteWhitespace(email)
                && email.comments().isEmpty()
                && !email.localPart().startsWith("\"");
    }

    private static String address(String text) {
        int open = text.indexOf('<');
        if (open >= 0 && text.indexOf('>') == text.length() - 1 && text.indexOf('@') > open) {
            return link(text.substring(open + 1, text.length() - 1).strip());
        }
        return link(text);
    }

    private static String link(String text) {
        if (!text.regionMatches(true, 0, "mailto:", 0, 7)) {
            return text;
        }
        int query = text.indexOf('?');
        return text.substring(7, query < 0 ? text.length() : query).strip();
    }
}
