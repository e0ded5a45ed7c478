package io.muster.server;

import io.muster.server.access.KeySecret;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.NewTenants;
import io.muster.server.access.Role;
import io.muster.server.tenants.TenantId;
import org.springframework.stereotype.Component;

/// Makes tenants, each for one test, so that tests can share a server.
@Component
public class TestTenants {
    public static final String PASSWORD = "correct horse battery";
    public static final String OPERATOR_KEY = "an operator of a test";

    private final NewTenants tenants;
    private final Members members;

    TestTenants(NewTenants tenants, Members members) {
        this.tenants = tenants;
        this.members = members;
    }

    /// A tenant with a key that may do everything.
    public record TestTenant(TenantId id, KeySecret key) {
        public String bearer() {
            return "Bearer " + key.text();
        }
    }

    public TestTenant create() {
        var id = TenantId.next();
        return new TestTenant(id, tenants.create(id, "Tenant " + id));
    }

    /// A person who can sign in with {@link #PASSWORD}.
    public MemberCaller member(TenantId tenant, Role role) {
        String email = role + "@" + tenant + ".example";
        return members.add(tenant, email, "Some " + role, PASSWORD, role);
    }
}
