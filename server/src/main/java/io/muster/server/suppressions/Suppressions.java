package io.muster.server.suppressions;

import io.muster.engine.matching.IdentityKey;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.FieldRules;
import io.muster.server.platform.Ids;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.platform.secrets.ScopedKey;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.suppressions.Entry.Good;
import io.muster.server.suppressions.store.SuppressionStore;
import io.muster.server.suppressions.store.SuppressionStore.Sealed;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The list of those who must not be contacted. It is kept as hashes, by which values are matched,
/// and encrypted, for those who keep it; everybody else sees masked values.
@Service
public class Suppressions {
    private static final String LIST = "suppression";

    private final TenantTransactions transactions;
    private final SuppressionStore store;
    private final InstallationKey secret;
    private final FieldRules rules;
    private final ContactBatches contacts;

    Suppressions(
            TenantTransactions transactions,
            SuppressionStore store,
            InstallationKey secret,
            FieldRules rules,
            ContactBatches contacts) {
        this.transactions = transactions;
        this.store = store;
        this.secret = secret;
        this.rules = rules;
        this.contacts = contacts;
    }

    private record Key(IdentityKey kind, String value) {}

    public EntryReader reader(TenantId tenant) {
        return new EntryReader(rules.of(tenant));
    }

    /// Puts values on the list; what stands there already stays as it is.
    ///
    /// @return how many are new
    public int add(Caller caller, List<Good> entries) {
        TenantId tenant = caller.tenant();
        ScopedKey key = secret.of(tenant.value());
        var hasher = key.hasher(LIST);
        Map<ByteBuffer, Sealed> rows = new LinkedHashMap<>();
        for (Good entry : entries) {
            byte[] hash = hasher.hash(entry.kind().text(), entry.value());
            rows.putIfAbsent(
                    ByteBuffer.wrap(hash),
                    new Sealed(
                            Ids.next(),
                            entry.kind(),
                            hash,
                            key.seal(entry.value()),
                            entry.reason()));
        }
        return transactions.call(
                tenant,
                () -> {
                    // What imports under way have decided without it, they decide again.
                    contacts.lockAndRaiseVersion(tenant);
                    return store.insert(tenant, caller.displayName(), List.copyOf(rows.values()));
                });
    }

    /// The newest first, masked unless the caller keeps the list.
    ///
    /// @param kind null for all
    /// @param after only older ones than this; null from the newest
    public List<Suppression> list(
            Caller caller, @Nullable SuppressionKind kind, @Nullable UUID after, int limit) {
        TenantId tenant = caller.tenant();
        return transactions.call(tenant, () -> store.list(tenant, kind, after, limit)).stream()
                .map(row -> shown(caller, row))
                .toList();
    }

    /// The entry of exactly this value.
    public Optional<Suppression> find(Caller caller, Good entry) {
        TenantId tenant = caller.tenant();
        byte[] hash =
                secret.of(tenant.value()).hasher(LIST).hash(entry.kind().text(), entry.value());
        return transactions
                .call(tenant, () -> store.find(tenant, hash))
                .map(row -> shown(caller, row));
    }

    public long count(TenantId tenant) {
        return transactions.call(tenant, () -> store.count(tenant));
    }

    /// @throws ApiProblem 404 if there is none
    public void remove(TenantId tenant, UUID id) {
        transactions.run(
                tenant,
                () -> {
                    contacts.lockAndRaiseVersion(tenant);
                    if (!store.delete(tenant, id)) {
                        throw ApiProblem.notFound("suppression");
                    }
                });
    }

    /// Those of the keys by which somebody must not be contacted. Needs the tenant's transaction.
    public ContactKeys among(TenantId tenant, ContactKeys keys) {
        ContactKeys suppressed = new ContactKeys();
        Map<ByteBuffer, List<Key>> hashes = hashes(tenant, keys);
        for (ByteBuffer hash : store.among(tenant, hashes.keySet())) {
            hashes.getOrDefault(hash, List.of())
                    .forEach(key -> suppressed.add(key.kind(), key.value()));
        }
        return suppressed;
    }

    private Map<ByteBuffer, List<Key>> hashes(TenantId tenant, ContactKeys keys) {
        Map<ByteBuffer, List<Key>> hashes = new HashMap<>();
        var hasher = secret.of(tenant.value()).hasher(LIST);
        Map<String, ByteBuffer> domains = new HashMap<>();
        for (String phone : keys.distinct(IdentityKey.PHONE)) {
            note(
                    hashes,
                    ByteBuffer.wrap(hasher.hash(SuppressionKind.PHONE.text(), phone)),
                    new Key(IdentityKey.PHONE, phone));
        }
        for (String email : keys.distinct(IdentityKey.EMAIL)) {
            Key key = new Key(IdentityKey.EMAIL, email);
            note(hashes, ByteBuffer.wrap(hasher.hash(SuppressionKind.EMAIL.text(), email)), key);
            ByteBuffer domain =
                    domains.computeIfAbsent(
                            EntryReader.domain(email),
                            name ->
                                    ByteBuffer.wrap(
                                            hasher.hash(SuppressionKind.DOMAIN.text(), name)));
            note(hashes, domain, key);
        }
        return hashes;
    }

    private static void note(Map<ByteBuffer, List<Key>> hashes, ByteBuffer hash, Key key) {
        hashes.computeIfAbsent(hash, any -> new ArrayList<>(1)).add(key);
    }

    private Suppression shown(Caller caller, SuppressionStore.Row row) {
        String value = secret.of(caller.tenant().value()).open(row.sealed());
        Suppression whole =
                new Suppression(
                        row.id(),
                        row.kind(),
                        value,
                        row.reason(),
                        row.createdBy(),
                        row.createdAt());
        return caller.may(Scope.SUPPRESSIONS_WRITE) ? whole : whole.masked();
    }
}
