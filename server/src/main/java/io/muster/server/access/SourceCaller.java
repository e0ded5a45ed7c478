package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// A source whose files Muster fetches: nobody asks, the clock does.
///
/// @param key the source's, which tells in the log where rows come from
public record SourceCaller(TenantId tenant, UUID sourceId, String key, String displayName)
        implements Caller {

    @Override
    public UUID id() {
        return sourceId;
    }

    @Override
    public boolean may(Scope scope) {
        return scope == Scope.IMPORTS_WRITE;
    }
}
