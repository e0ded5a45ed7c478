package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of contacts in words.
///
/// @param owners what members are called, by id; whoever is not among them is called by the id
/// @param teams what teams are called, by id
public record ContactWords(Map<String, String> owners, Map<String, String> teams) {
    public static final ContactWords NO_NAMES = new ContactWords(Map.of(), Map.of());

    private static final String CUSTOM = "cf:";

    /// A field of a contact, empty where it has no value.
    ///
    /// @param name as filters name the field
    public String of(Contact contact, String name) {
        return of(name, value(contact, name));
    }

    /// A value of a field, empty for none.
    ///
    /// @param name as filters name the field
    public String of(String name, @Nullable Object value) {
        return switch (name) {
            case "country" -> value == null ? "" : country(value.toString());
            case "owner" -> value == null ? "" : named(owners, value.toString());
            case "team" -> value == null ? "" : named(teams, value.toString());
            case "consent_email", "consent_sms", "consent_call" -> consent(value);
            default -> words(value);
        };
    }

    /// What a contact holds in a field, null for nothing.
    static @Nullable Object value(Contact contact, String name) {
        if (name.startsWith(CUSTOM)) {
            return contact.custom().get(name.substring(CUSTOM.length()));
        }
        return switch (name) {
            case "external_id" -> contact.externalId();
            case "phone" -> contact.phone();
            case "email" -> contact.email();
            case "first_name" -> contact.firstName();
            case "last_name" -> contact.lastName();
            case "company" -> contact.company();
            case "timezone" -> contact.timezone();
            case "tags" -> contact.tags();
            case "street" -> contact.street();
            case "city" -> contact.city();
            case "region" -> contact.region();
            case "postal_code" -> contact.postalCode();
            case "country" -> contact.country();
            case "owner" -> contact.owner();
            case "team" -> contact.team();
            case "do_not_contact" -> contact.doNotContact();
            case "consent_email" -> contact.consentEmail();
            case "consent_sms" -> contact.consentSms();
            case "consent_call" -> contact.consentCall();
            default -> throw new IllegalArgumentException("There is no field " + name);
        };
    }

    static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Boolean yes -> t(yes ? "contact.yes" : "contact.no");
            case BigDecimal number -> number.toPlainString();
            case Object one -> one.toString();
        };
    }

    private static String consent(@Nullable Object given) {
        return given instanceof Boolean known
                ? t(known ? "contact.consent.given" : "contact.consent.withdrawn")
                : "";
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static String named(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }
}
