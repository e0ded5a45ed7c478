package io.muster.server.notifications.webhooks;

import io.muster.server.platform.MusterProperties;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many workers of this node may wait for receivers at the same time: half of them, and one for
/// each webhook. So receivers that hang hold up neither imports nor the webhooks of others.
@Component
class SendingPlaces {
    private final int most;
    private final Set<UUID> taken = new HashSet<>();

    SendingPlaces(MusterProperties properties) {
        this.most = Math.max(1, properties.imports().workers() / 2);
    }

    /// @return false when there is none now; otherwise give it back
    synchronized boolean take(UUID webhook) {
        return taken.size() < most && taken.add(webhook);
    }

    synchronized void giveBack(UUID webhook) {
        taken.remove(webhook);
    }
}
