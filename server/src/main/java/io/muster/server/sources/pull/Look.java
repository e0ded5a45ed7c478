package io.muster.server.sources.pull;

import io.muster.server.sources.Source;
import io.muster.server.sources.pull.store.PullStore.Claimed;
import io.muster.server.tenants.TenantId;
import org.jspecify.annotations.Nullable;

/// One look at a source's place: what it is about, and how far it came. One thread looks, while
/// another sees to it that it may go on.
final class Look {
    private final TenantId tenant;
    private final Source source;
    private final Claimed claimed;
    private int taken;
    private boolean lost;
    private @Nullable String error;
    private int others;

    Look(TenantId tenant, Source source, Claimed claimed) {
        this.tenant = tenant;
        this.source = source;
        this.claimed = claimed;
    }

    TenantId tenant() {
        return tenant;
    }

    Source source() {
        return source;
    }

    Claimed claimed() {
        return claimed;
    }

    Pull pull() {
        return claimed.pull();
    }

    synchronized void took() {
        taken++;
    }

    /// How many files it has taken.
    synchronized int taken() {
        return taken;
    }

    /// The pull was changed, or somebody else looks.
    synchronized void lose() {
        lost = true;
    }

    synchronized boolean isLost() {
        return lost;
    }

    synchronized void note(String what) {
        if (error == null) {
            error = what;
        } else {
            others++;
        }
    }

    /// What went wrong, for people; null for nothing. Somebody else's change is nothing that went
    /// wrong.
    synchronized @Nullable String error() {
        if (error == null || lost) {
            return null;
        }
        return switch (others) {
            case 0 -> error;
            case 1 -> error + " One more file could not be taken.";
            default -> error + " %d more files could not be taken.".formatted(others);
        };
    }
}
