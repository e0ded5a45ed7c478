package io.muster.server.contacts.store;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.Found.Former;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The table `contact_alias`: where ids and keys of merged contacts lead. Call it in a transaction
/// of the tenant.
@Repository
public class AliasStore {
    private static final String ID = "id";

    // One index scan for each kind of key. Whoever was deleted is not led to.
    private static final String BY_KEY =
            """
            select a.value, c.id, %s
              from contact_alias a
              join contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id
             where a.tenant_id = ? and a.kind = ? and a.value = any (?) and c.deleted_at is null
            """
                    .formatted(ContactColumns.NAMES);

    private static final String IDS =
            """
            select contact_id, value from contact_alias
             where tenant_id = ? and contact_id = any (?) and kind = 'id'
            """;

    private static final String OF =
            "select kind, value from contact_alias where tenant_id = ? and contact_id = ?";

    private static final String REPOINT =
            "update contact_alias set contact_id = ? where tenant_id = ? and contact_id = ?";

    private static final String LEAD =
            """
            insert into contact_alias (tenant_id, kind, value, contact_id) values (?, ?, ?, ?)
            on conflict (tenant_id, kind, value) do update set contact_id = excluded.contact_id
            """;

    private static final String DELETE =
            "delete from contact_alias where tenant_id = ? and contact_id = ?";

    private final JdbcTemplate jdbc;

    AliasStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The living contacts that any of the keys leads to.
    public void find(TenantId tenant, ContactKeys keys, BiConsumer<Former, Contact> found) {
        for (IdentityKey key : IdentityKey.values()) {
            String[] values = keys.values(key);
            if (values.length > 0) {
                jdbc.query(
                        BY_KEY,
                        row -> {
                            Contact contact = ContactLookup.contact(row, 2);
                            found.accept(new Former(key, row.getString(1), contact.id()), contact);
                        },
                        tenant.value(),
                        key.field().key(),
                        values);
            }
        }
    }

    /// The keys that lead to a contact.
    public ContactKeys keysOf(TenantId tenant, UUID contact) {
        ContactKeys keys = new ContactKeys();
        jdbc.query(
                OF,
                row -> {
                    for (IdentityKey key : IdentityKey.values()) {
                        if (key.field().key().equals(row.getString(1))) {
                            keys.add(key, row.getString(2));
                        }
                    }
                },
                tenant.value(),
                contact);
        return keys;
    }

    /// The ids that lead to each of the contacts; those that no id leads to are left out.
    public Map<UUID, List<UUID>> idsOf(TenantId tenant, Collection<UUID> contacts) {
        Map<UUID, List<UUID>> ids = new HashMap<>();
        jdbc.query(
                IDS,
                row -> {
                    ids.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(UUID.fromString(row.getString(2)));
                },
                tenant.value(),
                contacts.toArray(UUID[]::new));
        return ids;
    }

    /// All ids under which a contact is known: its own, and those that lead to it.
    public List<UUID> allIdsOf(TenantId tenant, UUID contact) {
        List<UUID> ids = new ArrayList<>();
        ids.add(contact);
        ids.addAll(idsOf(tenant, List.of(contact)).getOrDefault(contact, List.of()));
        return ids;
    }

    /// Lets a contact's id and keys, and all that led to it, lead to another one from now on.
    public void lead(TenantId tenant, Contact from, UUID into) {
        jdbc.update(REPOINT, into, tenant.value(), from.id());
        jdbc.update(LEAD, tenant.value(), ID, from.id().toString(), into);
        for (IdentityKey key : IdentityKey.values()) {
            String value = from.key(key);
            if (value != null) {
                jdbc.update(LEAD, tenant.value(), key.field().key(), value, into);
            }
        }
    }

    public void delete(TenantId tenant, UUID contact) {
        jdbc.update(DELETE, tenant.value(), contact);
    }
}
