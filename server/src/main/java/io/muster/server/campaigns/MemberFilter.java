package io.muster.server.campaigns;

import java.util.Locale;

/// Which members of a campaign are meant.
public enum MemberFilter {
    ALL,
    WITHOUT_TIMEZONE;

    /// As addresses write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
