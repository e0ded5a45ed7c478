package io.muster.server.jobs;

import io.muster.server.platform.Ids;
import java.util.UUID;

/// The name of one job: what it is about, and a part of its own. So a job that is just ending never
/// swallows the next one for the same subject.
record JobId(UUID subject, UUID own) {
    private static final String SEPARATOR = "/";

    static JobId next(UUID subject) {
        return new JobId(subject, Ids.next());
    }

    static JobId parse(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        return new JobId(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    String text() {
        return subject + SEPARATOR + own;
    }
}
