package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterFields;
import io.muster.server.fields.CustomField;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A column of a list of contacts, beside their names.
///
/// @param name of its field, as filters name it
public record ContactColumn(String name, String label, Kind kind) {

    /// How its cells are shown.
    public enum Kind {
        TEXT,
        /// In one line.
        FIXED,
        TAGS,
        TIME
    }

    /// Those that are shown unless somebody chooses others.
    public static final List<ContactColumn> USUAL =
            FilterFields.STANDARD.stream()
                    .filter(field ->
                            List.of("phone", "email", "company", "tags", "updated_at")
                                    .contains(field.name()))
                    .map(ContactColumn::of)
                    .toList();

    /// All that a tenant can choose from.
    static List<ContactColumn> all(List<CustomField> custom) {
        return Stream.concat(
                        FilterFields.STANDARD.stream().map(ContactColumn::of),
                        custom.stream()
                                .map(field ->
                                        new ContactColumn(
                                                "cf:" + field.key(), field.label(), Kind.TEXT)))
                .toList();
    }

    /// When it happened that the column is about.
    public Instant time(Contact contact) {
        return name.equals("created_at") ? contact.createdAt() : contact.updatedAt();
    }

    private static ContactColumn of(FilterField field) {
        Kind kind =
                switch (field.kind()) {
                    case SET -> Kind.TAGS;
                    case TIME -> Kind.TIME;
                    case KEY -> field.name().equals("phone") ? Kind.FIXED : Kind.TEXT;
                    case TEXT, CHOICE, NUMBER, DATE, YES_NO, FLAG -> Kind.TEXT;
                };
        return new ContactColumn(field.name(), t("contact." + field.name()), kind);
    }
}
