package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// A person who has signed in, in the tenant they look at.
public record MemberCaller(
        TenantId tenant, UUID accountId, String email, String displayName, Role role)
        implements Caller {

    @Override
    public UUID id() {
        return accountId;
    }

    @Override
    public boolean may(Scope scope) {
        return role.may(scope);
    }
}
