package io.muster.server.jobs;

import io.muster.server.platform.MusterProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How many workers of this node may wait for other servers at the same time: half of them for each
/// kind of job, one for each of these servers, and never the last one. So servers that hang hold up
/// neither imports nor one another.
@Component
public class OutwardPlaces {
    /// With fewer, one kind of job could keep the other waiting.
    static final int LEAST_WORKERS = 3;

    private final int most;
    private final int mostOfAKind;
    private final Map<String, Set<UUID>> taken = new HashMap<>();

    @Autowired
    OutwardPlaces(MusterProperties properties) {
        this(workers(properties));
    }

    OutwardPlaces(int workers) {
        this.most = workers - 1;
        this.mostOfAKind = workers / 2;
    }

    /// How many workers there are.
    static int workers(MusterProperties properties) {
        return Math.max(LEAST_WORKERS, properties.imports().workers());
    }

    /// What comes of asking for a place.
    public enum Answer {
        /// It has to be given back.
        TAKEN,
        /// Another job of the kind waits for the same server.
        BUSY,
        /// Others wait for other servers.
        FULL
    }

    /// @param kind of job
    /// @param target what stands for the other server
    public synchronized Answer take(String kind, UUID target) {
        Set<UUID> own = taken.computeIfAbsent(kind, any -> new HashSet<>());
        if (own.contains(target)) {
            return Answer.BUSY;
        }
        int all = taken.values().stream().mapToInt(Set::size).sum();
        if (all >= most || own.size() >= mostOfAKind) {
            return Answer.FULL;
        }
        own.add(target);
        return Answer.TAKEN;
    }

    public synchronized void giveBack(String kind, UUID target) {
        taken.getOrDefault(kind, Set.of()).remove(target);
    }
}
