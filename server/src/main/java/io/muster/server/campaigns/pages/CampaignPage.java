package io.muster.server.campaigns.pages;

import io.muster.engine.file.Limits;
import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.Readiness;
import io.muster.server.campaigns.ReadinessCheck;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.imports.Import;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one campaign shows.
///
/// @param members how many contacts belong to it
/// @param uploads the imports that bring members, newest first
/// @param unreviewed those of them whose failed rows nobody has looked through
/// @param changes what may change it at this moment
/// @param form its settings as they are being changed
/// @param mayWrite whether the viewer may change it
/// @param done what was just done, null for nothing
public record CampaignPage(
        Campaign campaign,
        long members,
        Readiness readiness,
        List<Import> uploads,
        List<Import> unreviewed,
        List<ContactChanges.Change> changes,
        CampaignForm form,
        Limits limits,
        boolean mayWrite,
        @Nullable String done) {

    public String path() {
        return "/campaigns/" + campaign.id();
    }

    public Badge badge() {
        return ReadyBadge.of(readiness);
    }

    public boolean isLive() {
        return !changes.isEmpty();
    }

    public String counted() {
        Long expected = campaign.expectedContacts();
        return expected == null
                ? Texts.t("campaign.members", members)
                : Texts.t("campaign.members.of", members, expected);
    }

    /// Whether some members are on the suppression list.
    public boolean hasSuppressed() {
        return readiness.checks().stream()
                .anyMatch(check ->
                        check.code() == ReadinessCheck.Code.SUPPRESSION_APPLIED
                                && !check.passed()
                                && check.path() != null);
    }

    public static String status(Import of) {
        return Texts.t("import.status." + of.status().text());
    }
}
