package io.muster.server.audit;

import java.util.Locale;

/// What a line of the trail can be about.
public enum SubjectKind {
    TENANT,
    MEMBER,
    INVITATION,
    API_KEY,
    IMPORT,
    SAVED_MAPPING,
    CONTACT,
    SUPPRESSION,
    SEGMENT,
    CAMPAIGN,
    EXPORT,
    FIELD,
    TEAM,
    SOURCE,
    /// An address that is told of imports.
    WEBHOOK,
    /// The import log.
    LOG,
    /// The trail itself.
    AUDIT;

    /// As it is stored and written in the API.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SubjectKind parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
