package io.muster.server.contacts.store;

import io.muster.engine.matching.Contact;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Takes contacts out of the table `contact` for good; call it in a transaction of the tenant.
@Repository
public class RemovalStore {
    private static final String ERASE = "delete from contact where tenant_id = ? and id = any (?)";

    private static final String FIND =
            """
            select id, %s
              from contact
             where tenant_id = ? and id = survivor(?, ?)
            """
                    .formatted(ContactColumns.NAMES);

    private final JdbcTemplate jdbc;

    RemovalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A contact, or the one that it was merged into, deleted or not.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return jdbc
                .query(
                        FIND,
                        (row, i) -> ContactLookup.contact(row, 1),
                        tenant.value(),
                        tenant.value(),
                        id)
                .stream()
                .findFirst();
    }

    public void erase(TenantId tenant, Collection<UUID> ids) {
        jdbc.update(ERASE, tenant.value(), ids.toArray(UUID[]::new));
    }
}
