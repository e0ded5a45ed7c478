package io.muster.server.access;

import io.muster.server.access.store.AccountStore;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the first tenant, its admin and its key on a database without any account.
@Component
class Bootstrap implements SmartInitializingSingleton {
    static final String DEFAULT_EMAIL = "admin@localhost";

    private final MusterProperties.Bootstrap wanted;
    private final boolean demo;
    private final TransactionTemplate transaction;
    private final AccountStore accounts;
    private final Tenants tenants;
    private final Members members;
    private final ApiKeys keys;

    Bootstrap(
            MusterProperties properties,
            PlatformTransactionManager manager,
            AccountStore accounts,
            Tenants tenants,
            Members members,
            ApiKeys keys) {
        this.wanted = properties.bootstrap();
        this.demo = properties.demo();
        this.transaction = new TransactionTemplate(manager);
        this.accounts = accounts;
        this.tenants = tenants;
        this.members = members;
        this.keys = keys;
    }

    // Before the first request is let in: it may carry the key.
    @Override
    public void afterSingletonsInstantiated() {
        if (demo && wanted.isBlank()) {
            // The demo makes a tenant of its own; a second sign-in would only confuse.
            return;
        }
        String invented = transaction.execute(status -> accounts.lockIfEmpty() ? create() : null);
        if (invented != null) {
            // To the console, not to the log, which is kept and collected.
            System.out.printf(
                    "%nSign in as %s with the password %s%nIt is not shown again.%n%n",
                    email(), invented);
        }
    }

    /// Returns the password if it had to be invented.
    private @Nullable String create() {
        var tenant = TenantId.next();
        tenants.create(tenant, "Default");
        String given = wanted.adminPassword();
        String invented = given == null ? randomPassword() : null;
        members.addFirstAdmin(
                tenant, email(), given == null ? Objects.requireNonNull(invented) : given);
        String key = wanted.apiKey();
        if (key != null) {
            keys.adopt(tenant, "Bootstrap", new KeySecret(key), Scope.all(), null, null);
        }
        return invented;
    }

    private String email() {
        String email = wanted.adminEmail();
        return email == null ? DEFAULT_EMAIL : email;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
