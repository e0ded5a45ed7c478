package io.muster.server.campaigns.pages;

import io.muster.server.campaigns.Campaign;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the list of campaigns shows.
///
/// @param changes what may change it at this moment
/// @param mayWrite whether the viewer may change campaigns
/// @param done what was just done, null for nothing
public record CampaignsPage(
        List<Line> lines,
        Pager pager,
        List<ContactChanges.Change> changes,
        CampaignForm form,
        boolean mayWrite,
        @Nullable String done) {
    static final int LIMIT = 25;

    /// One campaign in the list.
    public record Line(Campaign campaign, long members, Badge badge) {
        public String path() {
            return "/campaigns/" + campaign.id();
        }
    }

    static Pager pager(List<Campaign> found, @Nullable UUID before) {
        return new Pager(
                before == null ? null : "/campaigns",
                found.size() > LIMIT
                        ? "/campaigns?before=" + found.get(LIMIT - 1).id()
                        : null);
    }
}
