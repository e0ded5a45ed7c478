package io.muster.server.sources.pull.pages;

import io.muster.server.sources.Source;
import io.muster.server.sources.pull.Pulls;
import io.muster.server.tenants.TenantId;
import org.springframework.stereotype.Component;

/// Finds what the page of a source says of its pull.
@Component
public class PullCards {
    private static final int LATEST = 5;

    private final Pulls pulls;

    PullCards(Pulls pulls) {
        this.pulls = pulls;
    }

    /// @param mayChange whether the viewer may set it up
    public PullCard of(TenantId tenant, Source source, boolean mayChange) {
        return new PullCard(
                source,
                pulls.find(tenant, source).orElse(null),
                pulls.files(tenant, source, LATEST),
                mayChange);
    }
}
