package io.muster.server.contacts.store;

import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Takes contacts, or their keys, away.
@Component
public class ContactWithdrawal {
    // The row stays, for whoever wants it back.
    private static final String DELETE =
            """
            update contact set deleted_at = now(), updated_at = now(), version = (%s)
             where tenant_id = ? and id = any (?) and deleted_at is null
            """
                    .formatted(ContactWriter.VERSION);

    private static final String RESTORE =
            """
            update contact set deleted_at = null, updated_at = now(), version = (%s)
             where tenant_id = ? and id = ? and deleted_at is not null
            """
                    .formatted(ContactWriter.VERSION);

    private static final String RELEASE_KEYS =
            """
            update contact set external_id = null, phone = null, email = null
             where tenant_id = ? and id = any (?)
            """;

    private final JdbcTemplate jdbc;

    ContactWithdrawal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void delete(TenantId tenant, Collection<UUID> ids) {
        jdbc.update(DELETE, tenant.value(), tenant.value(), ids.toArray(UUID[]::new));
    }

    public void restore(TenantId tenant, UUID id) {
        jdbc.update(RESTORE, tenant.value(), tenant.value(), id);
    }

    public void releaseKeys(TenantId tenant, Collection<UUID> ids) {
        jdbc.update(RELEASE_KEYS, tenant.value(), ids.toArray(UUID[]::new));
    }
}
