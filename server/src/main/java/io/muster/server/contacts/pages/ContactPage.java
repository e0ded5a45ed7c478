package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactHistory;
import io.muster.server.fields.CustomField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What the page of one contact shows.
///
/// @param custom values of the tenant's custom fields, under their labels, those without value last
/// @param ownerName who the owner is, empty for nobody
/// @param teamName which team has it, empty for none
/// @param consents what is known of each consent
/// @param history which rows made it what it is, newest first
public record ContactPage(
        Contact contact,
        List<Labelled> custom,
        String ownerName,
        String teamName,
        List<ConsentLine> consents,
        List<ContactHistory.Event> history) {
    static final int EVENTS = 20;

    /// A value in words, empty for none.
    public record Labelled(String label, String value) {}

    static ContactPage of(
            Contact contact,
            List<CustomField> fields,
            String ownerName,
            String teamName,
            List<ConsentLine> consents,
            List<ContactHistory.Event> history) {
        Map<Boolean, List<Labelled>> byPresence =
                fields.stream()
                        .map(field ->
                                new Labelled(
                                        field.label(), words(contact.custom().get(field.key()))))
                        .collect(
                                Collectors.partitioningBy(labelled -> !labelled.value().isEmpty()));
        var custom = new ArrayList<>(byPresence.get(true));
        custom.addAll(byPresence.get(false));
        return new ContactPage(contact, custom, ownerName, teamName, consents, history);
    }

    private static String words(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Boolean yes -> t(yes ? "contact.yes" : "contact.no");
            case BigDecimal number -> number.toPlainString();
            case Object one -> one.toString();
        };
    }

    /// The country in words.
    public String country() {
        String code = contact.country();
        return code == null ? "" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
