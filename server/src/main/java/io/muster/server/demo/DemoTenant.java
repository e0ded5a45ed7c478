package io.muster.server.demo;

import io.muster.server.access.ApiKey;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.KeySecret;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.Role;
import io.muster.server.access.Scope;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import java.security.SecureRandom;
import java.util.Base64;

/// The tenant of the demo. What opens it is made anew at each start, and the former password and
/// key are worth nothing then.
final class DemoTenant {
    static final String EMAIL = "demo@example.org";

    private static final String NAME = "Demo";
    private static final int MOST_KEYS = 200;

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final Members members;
    private final ApiKeys keys;

    DemoTenant(TenantTransactions transactions, Tenants tenants, Members members, ApiKeys keys) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.members = members;
        this.keys = keys;
    }

    /// What opens the demo's tenant.
    record SignIn(String email, String password, KeySecret key) {
        @Override
        public String toString() {
            return "the sign-in of " + email;
        }
    }

    /// Makes the tenant, or gives the one that there is a new password and key.
    SignIn open() {
        String password = randomPassword();
        TenantId tenant =
                members.resetPassword(EMAIL, password)
                        .map(MemberCaller::tenant)
                        .orElseGet(() -> create(password));
        for (ApiKey key : keys.list(tenant, null, MOST_KEYS)) {
            if (key.name().equals(NAME) && key.revokedAt() == null) {
                keys.revoke(tenant, key.id());
            }
        }
        return new SignIn(EMAIL, password, keys.issue(tenant, NAME, Scope.all(), null).secret());
    }

    private TenantId create(String password) {
        TenantId tenant = TenantId.next();
        transactions.run(
                tenant,
                () -> {
                    tenants.create(tenant, NAME);
                    members.add(tenant, EMAIL, "Demo Admin", password, Role.ADMIN);
                });
        return tenant;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
