package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// Who makes a request, and for which tenant. Controllers take it as an argument.
public sealed interface Caller permits MemberCaller, KeyCaller, SourceCaller {

    TenantId tenant();

    /// The account or API key behind the caller.
    UUID id();

    /// For lists and histories; not unique.
    String displayName();

    boolean may(Scope scope);
}
