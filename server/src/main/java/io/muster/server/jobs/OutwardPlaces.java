package io.muster.server.jobs;

import io.muster.server.platform.MusterProperties;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many workers of this node may wait for other servers at the same time: half of them, and one
/// for each of these servers. So servers that hang hold up neither imports nor one another.
@Component
public class OutwardPlaces {
    private final int most;
    private final Set<UUID> taken = new HashSet<>();

    OutwardPlaces(MusterProperties properties) {
        this.most = Math.max(1, properties.imports().workers() / 2);
    }

    /// @param target what stands for the other server
    /// @return false when there is no place now; otherwise give it back
    public synchronized boolean take(UUID target) {
        return taken.size() < most && taken.add(target);
    }

    public synchronized void giveBack(UUID target) {
        taken.remove(target);
    }
}
