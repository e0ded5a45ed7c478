package io.muster.server.access;

import io.muster.server.access.store.ApiKeyStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Issues, checks and revokes the keys of the API.
@Service
public class ApiKeys {
    private final TenantTransactions tenants;
    private final TransactionTemplate beforeTenant;
    private final ApiKeyStore store;
    private final ApplicationEventPublisher events;

    ApiKeys(
            TenantTransactions tenants,
            PlatformTransactionManager manager,
            ApiKeyStore store,
            ApplicationEventPublisher events) {
        this.tenants = tenants;
        this.beforeTenant = new TransactionTemplate(manager);
        this.store = store;
        this.events = events;
    }

    /// Makes a key. Its secret is in the answer and nowhere else.
    ///
    /// @param expiresAt from when on it is refused, or null for never
    public IssuedKey issue(
            TenantId tenant, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return issue(tenant, name, scopes, expiresAt, null);
    }

    /// @param by who asks for it, null for the installation itself
    IssuedKey issue(
            TenantId tenant,
            String name,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable Caller by) {
        KeySecret secret = KeySecret.random();
        UUID id = adopt(tenant, name, secret, scopes, expiresAt, by);
        return new IssuedKey(id, name, scopes, expiresAt, secret);
    }

    /// Takes over a key that somebody else made, whatever it looks like.
    UUID adopt(
            TenantId tenant,
            String name,
            KeySecret secret,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable Caller by) {
        UUID id = Ids.next();
        tenants.run(
                tenant,
                () -> {
                    events.publishEvent(new GrantEvent(words(scopes)));
                    store.insert(
                            tenant,
                            id,
                            name,
                            secret.shownPrefix(),
                            secret.hash(),
                            scopes,
                            expiresAt,
                            by);
                });
        return id;
    }

    /// Who holds this key, if it is valid at this moment; nothing is cached, so a revoked key is
    /// refused from the next request on.
    public Optional<KeyCaller> authenticate(KeySecret presented) {
        return beforeTenant.execute(status -> {
            Optional<KeyCaller> caller = store.findValid(presented.hash());
            caller.ifPresent(this::noteUse);
            return caller;
        });
    }

    private void noteUse(KeyCaller key) {
        tenants.run(key.tenant(), () -> store.touch(key.tenant(), key.keyId()));
    }

    /// The keys of a tenant in the order they were made, revoked ones too.
    ///
    /// @param after the last key already seen, or null to begin
    public List<ApiKey> list(TenantId tenant, @Nullable UUID after, int limit) {
        return tenants.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// The names of the keys that work and that one of these members has made: removing a member
    /// ends none of them.
    public Map<UUID, List<String>> openOf(TenantId tenant, Collection<UUID> makers) {
        return tenants.call(tenant, () -> store.openOf(tenant, makers));
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::toString).collect(Collectors.joining(", "));
    }

    /// Ends a key for good; ending it again changes nothing.
    ///
    /// @throws ApiProblem 404 if the tenant has no such key
    public void revoke(TenantId tenant, UUID id) {
        if (!tenants.call(tenant, () -> store.revoke(tenant, id) || store.has(tenant, id))) {
            throw ApiProblem.notFound("API key");
        }
    }
}
