package io.muster.server.campaigns.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.campaigns.Readiness;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;

/// Whether a campaign can begin, in colour, icon and word.
final class ReadyBadge {
    private ReadyBadge() {}

    static Badge of(Readiness readiness) {
        return readiness.ready()
                ? new Badge(Tone.OK, t("campaign.ready"))
                : new Badge(Tone.BUSY, t("campaign.not_ready"));
    }
}
