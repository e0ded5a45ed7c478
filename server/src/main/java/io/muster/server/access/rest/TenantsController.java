package io.muster.server.access.rest;

import io.muster.server.access.NewTenants;
import io.muster.server.access.Operator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets the operator make tenants.
@RestController
class TenantsController {
    private final NewTenants tenants;

    TenantsController(NewTenants tenants) {
        this.tenants = tenants;
    }

    /// What the operator says of a tenant to be made.
    record NewTenant(@Nullable String name) {}

    /// A tenant as it is answered, once, to whoever made it.
    ///
    /// @param apiKey its first key, with all scopes; not shown again
    record CreatedTenant(UUID id, String apiKey) {
        @Override
        public String toString() {
            return "CreatedTenant[" + id + "]";
        }
    }

    @PostMapping("/api/v1/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedTenant create(Operator operator, @RequestBody NewTenant tenant) {
        String name = tenant.name();
        var key = tenants.create(operator.next(), name == null ? "" : name);
        return new CreatedTenant(operator.next().value(), key.text());
    }
}
