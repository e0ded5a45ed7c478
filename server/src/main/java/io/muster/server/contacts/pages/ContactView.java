package io.muster.server.contacts.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactEdits;
import io.muster.server.contacts.ContactHistory;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.pages.ContactPage.Rights;
import io.muster.server.contacts.pages.Timeline.Extent;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of one contact shows.
@Component
class ContactView {
    private static final int CONSENTS = 20;

    private final Contacts contacts;
    private final ContactLifecycle lifecycle;
    private final ContactHistory history;
    private final ContactEdits edits;
    private final CustomFields customFields;
    private final Members members;
    private final Teams teams;

    ContactView(
            Contacts contacts,
            ContactLifecycle lifecycle,
            ContactHistory history,
            ContactEdits edits,
            CustomFields customFields,
            Members members,
            Teams teams) {
        this.contacts = contacts;
        this.lifecycle = lifecycle;
        this.history = history;
        this.edits = edits;
        this.customFields = customFields;
        this.members = members;
        this.teams = teams;
    }

    ContactPage page(Caller caller, Contact contact, Extent extent, @Nullable String done) {
        TenantId tenant = caller.tenant();
        List<CustomField> fields = customFields.all(tenant);
        List<UUID> ids = lifecycle.allIds(tenant, contact.id());
        ContactWords words =
                words(
                        tenant,
                        Collections.singletonList(contact.owner()),
                        Collections.singletonList(contact.team()));
        Contact seen = contact.seen(Sight.of(caller));
        return new ContactPage(
                seen,
                ContactPage.custom(seen, fields, words),
                words,
                ConsentLine.of(contact, contacts.consents(tenant, contact.id(), null, CONSENTS)),
                Timeline.of(
                        history.of(tenant, ids, extent.fetch()),
                        edits.of(tenant, ids, extent.fetch()),
                        fields.stream()
                                .collect(Collectors.toMap(CustomField::key, CustomField::label)),
                        extent),
                rights(caller),
                done);
    }

    static Rights rights(Caller caller) {
        return new Rights(caller.may(Scope.CONTACTS_WRITE), caller.may(Scope.SUPPRESSIONS_WRITE));
    }

    /// What some members and teams are called. Someone who has left keeps only an id; a team that
    /// was given up keeps its name.
    ContactWords words(
            TenantId tenant,
            Collection<@Nullable String> owners,
            Collection<@Nullable String> named) {
        return new ContactWords(
                names(owners, id -> members.find(tenant, id).map(MemberCaller::displayName)),
                names(named, id -> teams.name(tenant, id)));
    }

    private static Map<String, String> names(
            Collection<@Nullable String> ids, Function<UUID, Optional<String>> name) {
        return ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id -> name.apply(UUID.fromString(id)).orElse(id)));
    }
}
