package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.ConsentRecord;
import io.muster.server.contacts.Contact;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One consent of a contact, with when and by whom it came to be what it is.
///
/// @param state in words, null while nothing is known
/// @param record of its last change, null when there is none
public record ConsentLine(String label, @Nullable String state, @Nullable ConsentRecord record) {

    /// @param records of the contact, the newest first
    static List<ConsentLine> of(Contact contact, List<ConsentRecord> records) {
        return Stream.of(
                        line(StandardField.CONSENT_EMAIL, contact.consentEmail(), records),
                        line(StandardField.CONSENT_SMS, contact.consentSms(), records),
                        line(StandardField.CONSENT_CALL, contact.consentCall(), records))
                .toList();
    }

    private static ConsentLine line(
            StandardField field, @Nullable Boolean given, List<ConsentRecord> records) {
        String state =
                given == null
                        ? null
                        : t(given ? "contact.consent.given" : "contact.consent.withdrawn");
        ConsentRecord last =
                records.stream()
                        .filter(record -> record.consent().equals(field.key()))
                        .findFirst()
                        .orElse(null);
        return new ConsentLine(t("contact." + field.key()), state, last);
    }
}
