package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.fields.CustomField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page of one contact shows.
///
/// @param custom values of the tenant's custom fields, under their labels, those without value last
/// @param words in which values are shown
/// @param consents what is known of each consent
/// @param history what made it what it is, newest first
/// @param may what the viewer may do with it
/// @param done what was just done, null for nothing
public record ContactPage(
        Contact contact,
        List<Labelled> custom,
        ContactWords words,
        List<ConsentLine> consents,
        Timeline history,
        Rights may,
        @Nullable String done) {

    /// A value in words, empty for none.
    public record Labelled(String label, String value) {}

    /// What somebody may do with contacts.
    ///
    /// @param change also merge and delete
    /// @param erase remove for good
    public record Rights(boolean change, boolean erase) {
        public boolean any() {
            return change || erase;
        }
    }

    static List<Labelled> custom(Contact contact, List<CustomField> fields, ContactWords words) {
        Map<Boolean, List<Labelled>> byPresence =
                fields.stream()
                        .map(field ->
                                new Labelled(field.label(), words.of(contact, "cf:" + field.key())))
                        .collect(
                                Collectors.partitioningBy(labelled -> !labelled.value().isEmpty()));
        var custom = new ArrayList<>(byPresence.get(true));
        custom.addAll(byPresence.get(false));
        return custom;
    }

    public String path() {
        return path(contact);
    }

    static String path(Contact contact) {
        return "/contacts/" + contact.id();
    }

    /// A field in words, empty for no value.
    public String word(String name) {
        return words.of(contact, name);
    }
}
