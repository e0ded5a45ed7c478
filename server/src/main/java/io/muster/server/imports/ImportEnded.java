package io.muster.server.imports;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// Published in the transaction in which an import completes, fails or is cancelled. What a
/// listener writes commits with it.
public record ImportEnded(TenantId tenant, UUID importId) {}
