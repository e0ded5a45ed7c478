package io.muster.server.contacts;

import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.store.ErasedStore;
import io.muster.server.contacts.store.ListStore;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.tenants.TenantId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The keys of people who were erased, known only as hashes. Every call needs the tenant's
/// transaction.
@Component
class ErasedKeys {
    private record Key(IdentityKey kind, String value) {}

    private final InstallationKey secret;
    private final ErasedStore store;
    private final ListStore lists;

    ErasedKeys(InstallationKey secret, ErasedStore store, ListStore lists) {
        this.secret = secret;
        this.store = store;
        this.lists = lists;
    }

    /// Those of the keys that stand on the list.
    ContactKeys among(TenantId tenant, ContactKeys keys) {
        Map<ByteBuffer, Key> hashes = hashes(tenant, keys);
        ContactKeys erased = new ContactKeys();
        for (ByteBuffer hash : store.find(tenant, hashes.keySet())) {
            Key key = hashes.get(hash);
            if (key != null) {
                erased.add(key.kind(), key.value());
            }
        }
        return erased;
    }

    void add(TenantId tenant, ContactKeys keys) {
        if (!keys.isEmpty()) {
            store.insert(tenant, hashes(tenant, keys).keySet());
        }
    }

    /// Takes keys off the list that somebody has given to a contact by hand.
    void remove(TenantId tenant, ContactKeys keys) {
        if (!keys.isEmpty() && lists.of(tenant).erased()) {
            store.delete(tenant, hashes(tenant, keys).keySet());
        }
    }

    private Map<ByteBuffer, Key> hashes(TenantId tenant, ContactKeys keys) {
        Map<ByteBuffer, Key> hashes = new HashMap<>();
        var hasher = secret.of(tenant.value()).hasher("erased");
        keys.forEach((key, value) ->
                hashes.put(
                        ByteBuffer.wrap(hasher.hash(key.field().key(), value)),
                        new Key(key, value)));
        return hashes;
    }
}
