package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.server.access.Sight;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Merging;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterFields;
import io.muster.server.contacts.pages.MergePage.Comparison;
import io.muster.server.contacts.pages.MergePage.Line;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.tenants.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of a merge shows.
@Component
class MergeView {
    private static final int MOST_FOUND = 10;

    private final Contacts contacts;
    private final ContactLists lists;
    private final ContactLifecycle lifecycle;
    private final CustomFields customFields;
    private final ContactView view;

    MergeView(
            Contacts contacts,
            ContactLists lists,
            ContactLifecycle lifecycle,
            CustomFields customFields,
            ContactView view) {
        this.contacts = contacts;
        this.lists = lists;
        this.lifecycle = lifecycle;
        this.customFields = customFields;
        this.view = view;
    }

    /// @param other who was chosen, null for nobody yet
    MergePage page(
            TenantId tenant, UUID id, String q, @Nullable UUID other, @Nullable String problem) {
        var contact = contacts.get(tenant, id);
        return new MergePage(
                contact,
                q,
                q.isEmpty() ? List.of() : found(tenant, q, contact.id()),
                other == null ? null : comparison(tenant, contact.id(), other),
                problem);
    }

    /// By key, by id or by a part of the name.
    private List<io.muster.server.contacts.Contact> found(TenantId tenant, String q, UUID but) {
        Stream<io.muster.server.contacts.Contact> found =
                id(q).flatMap(id -> contacts.find(tenant, id))
                        .map(Stream::of)
                        .orElseGet(() ->
                                lists
                                        .list(
                                                tenant,
                                                ContactQuery.of(
                                                        lists.search(tenant, q, Sight.WHOLE)),
                                                new Place.Newest(),
                                                MOST_FOUND + 1)
                                        .contacts()
                                        .stream());
        return found.filter(one -> !one.id().equals(but)).limit(MOST_FOUND).toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Comparison comparison(TenantId tenant, UUID survivor, UUID other) {
        Merging merging = lifecycle.preview(tenant, survivor, other);
        ContactWords words =
                view.words(
                        tenant,
                        texts(merging, StandardField.OWNER),
                        texts(merging, StandardField.TEAM));
        Stream<Line> standard =
                FilterFields.STANDARD.stream()
                        .filter(field -> field instanceof FilterField.Standard)
                        .map(field ->
                                line(t("contact." + field.name()), field.name(), merging, words));
        Stream<Line> custom =
                customFields.all(tenant).stream()
                        .map((CustomField field) ->
                                line(field.label(), "cf:" + field.key(), merging, words));
        return new Comparison(
                contacts.get(tenant, other),
                Stream.concat(standard, custom)
                        .filter(line -> !line.here().isEmpty() || !line.there().isEmpty())
                        .toList(),
                merging.seen());
    }

    private static List<@Nullable String> texts(Merging merging, StandardField field) {
        return Arrays.asList(merging.into().text(field), merging.from().text(field));
    }

    private static Line line(String label, String name, Merging merging, ContactWords words) {
        return new Line(
                label,
                word(merging.into(), name, words),
                word(merging.from(), name, words),
                word(merging.after(), name, words));
    }

    private static String word(Contact contact, String name, ContactWords words) {
        return words.of(name, contact.value(name));
    }
}
