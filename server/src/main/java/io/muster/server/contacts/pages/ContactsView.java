package io.muster.server.contacts.pages;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.access.Members;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.Slice;
import io.muster.server.contacts.Tally;
import io.muster.server.contacts.builder.Draft;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.FilterBuilder;
import io.muster.server.contacts.builder.FilterForm;
import io.muster.server.contacts.builder.Sending;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.pages.ContactsPage.Sought;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the list of contacts shows.
@Component
class ContactsView {
    private static final Sending BUILT = Sending.get("/contacts", "#listing");
    private static final Sending VALUED = Sending.get("/contacts", "#results");

    /// How many of those who are sought are counted.
    enum Counting {
        AT_HAND,
        ALL
    }

    private final ContactLists lists;
    private final FilteredContacts filtered;
    private final FilterBuilder builder;
    private final CustomFields customFields;
    private final Members members;
    private final Teams teams;
    private final ContactChanges changes;

    ContactsView(
            ContactLists lists,
            FilteredContacts filtered,
            FilterBuilder builder,
            CustomFields customFields,
            Members members,
            Teams teams,
            ContactChanges changes) {
        this.lists = lists;
        this.filtered = filtered;
        this.builder = builder;
        this.customFields = customFields;
        this.members = members;
        this.teams = teams;
        this.changes = changes;
    }

    /// @param added the path of the condition that has just been added, null for none
    /// @param done what was just done elsewhere, null for nothing
    ContactsPage page(
            Caller caller,
            ListState state,
            @Nullable String added,
            Place place,
            Counting counting,
            @Nullable String done) {
        TenantId tenant = caller.tenant();
        FilterForm form = form(tenant, state.filter(), added, List.of());
        Group draft = form.draft();
        Sought sought;
        try {
            sought = sought(caller, state.q(), filter(tenant, draft), place, counting);
        } catch (ApiProblem problem) {
            sought = new Sought.Refused();
            form = form(tenant, draft, added, errors(tenant, draft, problem));
        }
        List<ContactColumn> offered = ContactColumn.all(customFields.all(tenant));
        List<ContactColumn> columns =
                offered.stream().filter(one -> state.columns().contains(one.name())).toList();
        List<ContactColumn> shown = columns.isEmpty() ? ContactColumn.USUAL : columns;
        return new ContactsPage(
                state.with(draft).withColumns(columns.stream().map(ContactColumn::name).toList()),
                form,
                sought,
                offered,
                shown,
                words(tenant, shown),
                changes.underWay(tenant),
                caller.may(Scope.CONTACTS_WRITE),
                done);
    }

    private FilterForm form(
            TenantId tenant, Group draft, @Nullable String added, List<FieldError> errors) {
        return builder.form(tenant, draft, added, errors, BUILT, VALUED);
    }

    /// Conditions that are not complete do not matter yet.
    private ContactFilter filter(TenantId tenant, Group draft) {
        Draft complete = draft.complete();
        return complete.isBlank()
                ? ContactFilter.EVERYBODY
                : filtered.read(tenant, complete.node(), FilterBuilder.POINTER);
    }

    /// What is wrong, at the places where the form has it.
    private List<FieldError> errors(TenantId tenant, Group draft, ApiProblem problem) {
        if (problem.kind() != ProblemKind.UNPROCESSABLE) {
            throw problem;
        }
        try {
            filtered.read(tenant, draft.node(), FilterBuilder.POINTER);
            return List.of();
        } catch (ApiProblem whole) {
            return whole.problem().errors().stream().filter(error -> !isUnfinished(error)).toList();
        }
    }

    /// Whether nothing more is wrong than that a value or a condition is still to come.
    private static boolean isUnfinished(FieldError error) {
        return error.code().equals(Code.MISSING_FIELD.name())
                || error.pointer().endsWith("/all")
                || error.pointer().endsWith("/any");
    }

    private Sought sought(
            Caller caller, String q, ContactFilter filter, Place place, Counting counting) {
        TenantId tenant = caller.tenant();
        if (!filter.equals(ContactFilter.EVERYBODY) && !Sight.of(caller).isWhole()) {
            throw ApiProblem.unprocessable(
                    "Filters are for those who see people's values in full.", List.of());
        }
        var query = new ContactQuery(lists.search(tenant, q, Sight.of(caller)), filter);
        Slice slice = lists.list(tenant, query, place, ContactsPage.LIMIT).seen(Sight.of(caller));
        Tally tally =
                switch (counting) {
                    case AT_HAND -> lists.tally(tenant, query);
                    case ALL -> Tally.exactly(lists.count(tenant, query));
                };
        return new Sought.Found(slice, tally, !filter.equals(ContactFilter.EVERYBODY));
    }

    /// Names are looked up where a column has them.
    private ContactWords words(TenantId tenant, List<ContactColumn> columns) {
        Function<String, Boolean> has =
                name -> columns.stream().anyMatch(column -> column.name().equals(name));
        return new ContactWords(
                has.apply("owner")
                        ? members.all(tenant).stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> one.accountId().toString(),
                                                one -> one.displayName()))
                        : Map.of(),
                has.apply("team")
                        ? teams.all(tenant).stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> one.id().toString(), one -> one.name()))
                        : Map.of());
    }
}
