package io.muster.server.access;

import io.muster.server.tenants.TenantId;

/// Whoever runs the installation; may make tenants but sees none of their data.
///
/// @param next the tenant that this request would make: drawn from its Idempotency-Key, so that
///   sending it again meets the tenant that it made
public record Operator(TenantId next) {}
