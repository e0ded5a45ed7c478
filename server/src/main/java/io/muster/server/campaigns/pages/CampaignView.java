package io.muster.server.campaigns.pages;

import io.muster.engine.file.Limits;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.Campaigns;
import io.muster.server.campaigns.MemberChecks;
import io.muster.server.campaigns.ReadinessReview;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages of campaigns show.
@Component
class CampaignView {
    private final Campaigns campaigns;
    private final MemberChecks members;
    private final ReadinessReview review;
    private final ContactChanges changes;
    private final Limits limits;

    CampaignView(
            Campaigns campaigns,
            MemberChecks members,
            ReadinessReview review,
            ContactChanges changes,
            Limits limits) {
        this.campaigns = campaigns;
        this.members = members;
        this.review = review;
        this.changes = changes;
        this.limits = limits;
    }

    CampaignsPage list(
            Caller caller, @Nullable UUID before, CampaignForm form, @Nullable String done) {
        TenantId tenant = caller.tenant();
        List<Campaign> found = campaigns.list(tenant, before, CampaignsPage.LIMIT + 1);
        return new CampaignsPage(
                found.stream()
                        .limit(CampaignsPage.LIMIT)
                        .map(campaign ->
                                new CampaignsPage.Line(
                                        campaign,
                                        members.count(tenant, campaign.id()),
                                        ReadyBadge.of(review.of(tenant, campaign.id()))))
                        .toList(),
                CampaignsPage.pager(found, before),
                changes.underWay(tenant),
                form,
                caller.may(Scope.IMPORTS_WRITE),
                done);
    }

    /// @param form null for the settings as they are
    CampaignPage show(
            Caller caller, UUID id, @Nullable CampaignForm form, @Nullable String done) {
        TenantId tenant = caller.tenant();
        Campaign campaign = campaigns.get(tenant, id);
        // First what is under way: what ends in between is looked for again.
        var underWay = changes.underWay(tenant);
        return new CampaignPage(
                campaign,
                members.count(tenant, id),
                review.of(tenant, id),
                review.uploads(tenant, id),
                review.unreviewed(tenant, id),
                underWay,
                form == null ? CampaignForm.of(campaign) : form,
                limits,
                caller.may(Scope.IMPORTS_WRITE),
                done);
    }
}
