package io.muster.server.campaigns;

import io.muster.server.campaigns.store.CampaignMemberStore;
import io.muster.server.campaigns.store.CampaignStore;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.CampaignMembership;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets imports make members, and undos and erasures take them away.
@Component
class Memberships implements CampaignMembership, ContactTraces {
    private final TenantTransactions transactions;
    private final CampaignStore campaigns;
    private final CampaignMemberStore members;

    Memberships(
            TenantTransactions transactions, CampaignStore campaigns, CampaignMemberStore members) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.members = members;
    }

    @Override
    public void check(TenantId tenant, UUID campaign) {
        if (transactions.call(tenant, () -> campaigns.find(tenant, campaign)).isEmpty()) {
            String message = "There is no such campaign.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/campaign_id", "UNKNOWN_CAMPAIGN", message)));
        }
    }

    @Override
    public void join(TenantId tenant, UUID campaign, UUID importId, Collection<UUID> contacts) {
        members.insert(tenant, campaign, importId, contacts);
    }

    @Override
    public void leave(TenantId tenant, UUID campaign, UUID importId) {
        members.deleteOfImport(tenant, campaign, importId);
        // An undo may take members away without any change of a contact.
        campaigns.forgetFigures(tenant, campaign);
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        members.deleteContacts(tenant, contacts);
    }
}
