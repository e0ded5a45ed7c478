package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.Tally;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.FilterBuilder;
import io.muster.server.contacts.builder.FilterForm;
import io.muster.server.contacts.builder.Sending;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the builder shows.
@Component
class BuilderView {
    private static final Sending COUNTED = Sending.post("/segments/count", "#filter-count");

    /// How far a count goes.
    enum Counting {
        /// Only as far as the page need not wait for it.
        AT_HAND,
        /// Over all contacts.
        ALL
    }

    private final FilteredContacts contacts;
    private final ContactLists lists;
    private final FilterBuilder builder;

    BuilderView(FilteredContacts contacts, ContactLists lists, FilterBuilder builder) {
        this.contacts = contacts;
        this.lists = lists;
        this.builder = builder;
    }

    /// @param id of the segment, null for a new one
    /// @param added the path of the part that has just been added, null for none
    /// @param errors what is wrong with name and filter
    BuilderPage page(
            TenantId tenant,
            @Nullable UUID id,
            String name,
            Group draft,
            @Nullable String added,
            List<FieldError> errors,
            Counting counting) {
        FilterForm form =
                builder.form(
                        tenant,
                        draft,
                        added,
                        errors,
                        Sending.post(BuilderPage.path(id), "#builder"),
                        COUNTED);
        String nameError =
                errors.stream()
                        .filter(error -> error.pointer().equals("/name"))
                        .map(FieldError::message)
                        .findFirst()
                        .orElse(null);
        return new BuilderPage(
                id,
                FormField.text("name", t("segment.name"))
                        .required()
                        .withValue(name)
                        .withError(nameError),
                form,
                tally(tenant, form, counting),
                form.left().stream()
                        .filter(error -> !error.pointer().equals("/name"))
                        .map(FieldError::message)
                        .toList());
    }

    /// How many contacts a form means, null while it is not complete.
    private @Nullable Tally tally(TenantId tenant, FilterForm form, Counting counting) {
        ContactFilter filter;
        try {
            filter = contacts.read(tenant, form.draft().node(), FilterBuilder.POINTER);
        } catch (ApiProblem incomplete) {
            return null;
        }
        return switch (counting) {
            case AT_HAND -> lists.tally(tenant, ContactQuery.of(filter));
            case ALL -> Tally.exactly(contacts.count(tenant, List.of(filter)).getFirst());
        };
    }
}
