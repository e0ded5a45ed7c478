package io.muster.server.campaigns;

import java.util.List;

/// Whether a campaign can begin, and what keeps it from that.
public record Readiness(List<ReadinessCheck> checks) {

    public Readiness {
        checks = List.copyOf(checks);
    }

    public boolean ready() {
        return checks.stream().allMatch(ReadinessCheck::passed);
    }
}
