package io.muster.server.campaigns;

import io.muster.engine.matching.IdentityKey;
import io.muster.server.campaigns.store.CampaignStore;
import io.muster.server.campaigns.store.CampaignMemberStore;
import io.muster.server.campaigns.store.CampaignMemberStore.Member;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.suppressions.Suppressions;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Looks through the members of campaigns. What was found holds until any contact or list changes,
/// which raises the version of the contacts.
@Component
public class MemberChecks {
    private static final int AT_ONCE = 5_000;

    private final TenantTransactions transactions;
    private final CampaignStore campaigns;
    private final CampaignMemberStore members;
    private final ContactBatches contacts;
    private final Suppressions suppressions;

    MemberChecks(
            TenantTransactions transactions,
            CampaignStore campaigns,
            CampaignMemberStore members,
            ContactBatches contacts,
            Suppressions suppressions) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.members = members;
        this.contacts = contacts;
        this.suppressions = suppressions;
    }

    /// How many members a campaign has at this moment.
    public long count(TenantId tenant, UUID campaign) {
        return transactions.call(
                tenant,
                () ->
                        campaigns
                                .figures(tenant, campaign, contacts.version(tenant))
                                .map(MemberFigures::members)
                                .orElseGet(() -> members.count(tenant, campaign, MemberFilter.ALL)));
    }

    /// The version first: what is found after it is as new, or newer.
    public MemberFigures figures(TenantId tenant, UUID campaign) {
        return transactions.call(
                tenant,
                () -> {
                    long version = contacts.version(tenant);
                    return campaigns
                            .figures(tenant, campaign, version)
                            .orElseGet(() -> {
                                var found =
                                        new MemberFigures(
                                                members.count(tenant, campaign, MemberFilter.ALL),
                                                members.count(
                                                        tenant,
                                                        campaign,
                                                        MemberFilter.WITHOUT_TIMEZONE),
                                                suppressed(tenant, campaign).size());
                                campaigns.saveFigures(tenant, campaign, version, found);
                                return found;
                            });
                });
    }

    /// Takes those off a campaign who stand on the suppression list.
    public void leaveSuppressedOut(TenantId tenant, UUID campaign) {
        transactions.run(
                tenant,
                () -> {
                    members.deleteMembers(tenant, campaign, suppressed(tenant, campaign));
                    campaigns.forgetFigures(tenant, campaign);
                });
    }

    /// Those who are not flagged, and stand on the suppression list.
    private Set<UUID> suppressed(TenantId tenant, UUID campaign) {
        Set<UUID> found = new HashSet<>();
        if (contacts.lists(tenant).suppressed()) {
            List<Member> some = members.some(tenant, campaign, null, AT_ONCE);
            while (!some.isEmpty()) {
                addSuppressed(tenant, some, found);
                some = members.some(tenant, campaign, some.getLast().joined(), AT_ONCE);
            }
        }
        return found;
    }

    private void addSuppressed(TenantId tenant, List<Member> some, Set<UUID> found) {
        ContactKeys keys = new ContactKeys();
        for (Member member : some) {
            if (member.phone() != null) {
                keys.add(IdentityKey.PHONE, member.phone());
            }
            if (member.email() != null) {
                keys.add(IdentityKey.EMAIL, member.email());
            }
        }
        ContactKeys listed = suppressions.among(tenant, keys);
        Set<String> phones = listed.distinct(IdentityKey.PHONE);
        Set<String> emails = listed.distinct(IdentityKey.EMAIL);
        for (Member member : some) {
            boolean onList =
                    (member.phone() != null && phones.contains(member.phone()))
                            || (member.email() != null && emails.contains(member.email()));
            if (onList && member.id() != null) {
                found.add(member.id());
            }
        }
    }
}
