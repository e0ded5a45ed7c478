package io.muster.server.tenants;

import io.muster.server.platform.Ids;
import java.util.UUID;

/// Names a tenant.
public record TenantId(UUID value) {

    public static TenantId next() {
        return new TenantId(Ids.next());
    }

    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
