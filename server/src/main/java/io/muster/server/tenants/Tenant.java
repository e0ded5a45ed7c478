package io.muster.server.tenants;

/// One customer of the installation.
public record Tenant(TenantId id, String name, TenantSettings settings) {}
