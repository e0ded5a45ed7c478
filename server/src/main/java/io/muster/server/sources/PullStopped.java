package io.muster.server.sources;

import io.muster.server.tenants.TenantId;

/// Published in the transaction in which a scheduled pull stops by itself, because what it finds is
/// not what it was set up for.
///
/// @param key of the source
/// @param name of the source
public record PullStopped(TenantId tenant, String key, String name) {}
