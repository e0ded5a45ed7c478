package io.muster.server.campaigns;

import io.muster.engine.file.CellText;
import io.muster.server.access.Caller;
import io.muster.server.campaigns.store.CampaignStore;
import io.muster.server.campaigns.store.CampaignMemberStore;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.Contacts;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The campaigns of tenants, and who belongs to them.
@Service
public class Campaigns {
    private static final int LONGEST_NAME = 200;

    private final TenantTransactions transactions;
    private final CampaignStore store;
    private final CampaignMemberStore members;
    private final Contacts contacts;

    Campaigns(
            TenantTransactions transactions,
            CampaignStore store,
            CampaignMemberStore members,
            Contacts contacts) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.contacts = contacts;
    }

    /// Newest first.
    ///
    /// @param before only older ones than this; null from the newest
    public List<Campaign> list(TenantId tenant, @Nullable UUID before, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, before, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public Campaign get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(Campaigns::notFound);
    }

    /// @param expected how many contacts are to be reached; null when nobody knows yet
    /// @throws ApiProblem 422 naming all that is wrong
    public Campaign create(Caller caller, @Nullable String name, @Nullable Long expected) {
        TenantId tenant = caller.tenant();
        String clean = checked(name, expected);
        UUID id = Ids.next();
        return transactions.call(
                tenant,
                () -> {
                    store.insert(tenant, id, clean, expected, caller.displayName());
                    return get(tenant, id);
                });
    }

    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public Campaign change(
            TenantId tenant, UUID id, @Nullable String name, @Nullable Long expected) {
        String clean = checked(name, expected);
        return transactions.call(
                tenant,
                () -> {
                    if (!store.update(tenant, id, clean, expected)) {
                        throw notFound();
                    }
                    return get(tenant, id);
                });
    }

    /// The contacts stay, and so do the imports.
    ///
    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id) {
        transactions.run(
                tenant,
                () -> {
                    if (!store.delete(tenant, id)) {
                        throw notFound();
                    }
                    members.deleteAll(tenant, id);
                });
    }

    /// A part of the members, newest first.
    ///
    /// @param before only older contacts than this; null from the newest
    /// @throws ApiProblem 404 if there is no such campaign
    public List<Contact> members(
            TenantId tenant, UUID id, MemberFilter filter, @Nullable UUID before, int limit) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, id);
                    return contacts.some(
                            tenant, members.list(tenant, id, filter, before, limit));
                });
    }

    private static String checked(@Nullable String name, @Nullable Long expected) {
        List<FieldError> errors = new ArrayList<>();
        String clean = name == null ? "" : CellText.clean(name).orElse("");
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_NAME) {
            errors.add(
                    new FieldError(
                            "/name",
                            "INVALID_NAME",
                            "A campaign needs a name of 1 to %d characters."
                                    .formatted(LONGEST_NAME)));
        }
        if (expected != null && expected < 0) {
            errors.add(
                    new FieldError(
                            "/expected_contacts",
                            "INVALID_OPTION",
                            "As many contacts are expected as a whole number says, nought at least."));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("The campaign cannot be kept like this.", errors);
        }
        return clean;
    }

    private static ApiProblem notFound() {
        return ApiProblem.notFound("campaign");
    }
}
