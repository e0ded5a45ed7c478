package io.muster.server.imports;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// Published in the transaction in which the undo of an import is done. What a listener writes
/// commits with it.
public record ImportReverted(TenantId tenant, UUID importId) {}
