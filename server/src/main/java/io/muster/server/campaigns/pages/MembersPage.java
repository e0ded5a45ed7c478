package io.muster.server.campaigns.pages;

import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.MemberFilter;
import io.muster.server.contacts.Contact;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the list of a campaign's members shows.
public record MembersPage(
        Campaign campaign, MemberFilter filter, List<Contact> contacts, Pager pager) {
    static final int LIMIT = 50;

    /// @param found one more than fits, if there are more
    static MembersPage of(
            Campaign campaign, MemberFilter filter, List<Contact> found, @Nullable UUID before) {
        String path = path(campaign, filter);
        boolean more = found.size() > LIMIT;
        return new MembersPage(
                campaign,
                filter,
                more ? found.subList(0, LIMIT) : found,
                new Pager(
                        before == null ? null : path,
                        more ? path + "&before=" + found.get(LIMIT - 1).id() : null));
    }

    public String path(MemberFilter other) {
        return path(campaign, other);
    }

    private static String path(Campaign campaign, MemberFilter filter) {
        return "/campaigns/" + campaign.id() + "/members?show=" + filter.text();
    }
}
