package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import java.util.Set;
import java.util.UUID;

/// A program that has shown an API key.
public record KeyCaller(TenantId tenant, UUID keyId, String displayName, Set<Scope> scopes)
        implements Caller {

    public KeyCaller {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public UUID id() {
        return keyId;
    }

    @Override
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
