package io.muster.server.contacts.store;

import io.muster.server.contacts.Origin;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.platform.CopyIn;
import io.muster.server.tenants.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the contacts of a batch: COPY to a temporary table (under row-level security it cannot go
/// to the table itself), then one UPDATE and one INSERT.
@Component
public class ContactWriter {
    // Lives as long as the connection, emptied with each transaction, which may write several
    // times.
    private static final String STAGE =
            """
            create temporary table if not exists staged_contact (is_new boolean, id uuid, %s) on commit delete rows;
            delete from staged_contact
            """
                    .formatted(ContactColumns.DEFINITIONS);

    private static final String COPY = "copy staged_contact from stdin (format binary)";

    // As this transaction has raised it; read once for a whole batch.
    static final String VERSION = "select contacts_version from tenant where tenant_id = ?";

    private static final String INSERT =
            """
            insert into contact (tenant_id, id, %1$s, version)
            select ?, id, %1$s, (%2$s) from staged_contact where is_new
            """
                    .formatted(ContactColumns.NAMES, VERSION);

    private static final String UPDATE =
            """
            update contact c
               set %s, updated_at = now(), version = (%s)
              from staged_contact s
             where c.tenant_id = ? and c.id = s.id and not s.is_new
            """
                    .formatted(ContactColumns.FROM_STAGED, VERSION);

    private static final String RAISE_VERSION =
            "update tenant set contacts_version = contacts_version + 1 where tenant_id = ? returning contacts_version";

    private final JdbcTemplate jdbc;
    private final ConsentStore consents;

    ContactWriter(JdbcTemplate jdbc, ConsentStore consents) {
        this.jdbc = jdbc;
        this.consents = consents;
    }

    public void lock(TenantId tenant) {
        AdvisoryLock.CONTACTS.take(JdbcClient.create(jdbc), tenant.toString());
    }

    public long raiseVersion(TenantId tenant) {
        Long version = jdbc.queryForObject(RAISE_VERSION, Long.class, tenant.value());
        if (version == null) {
            throw new IllegalStateException("The tenant is gone");
        }
        return version - 1;
    }

    public void write(TenantId tenant, StagedContacts staged, Origin origin) {
        if (staged.created() + staged.updated() == 0) {
            return;
        }
        jdbc.execute(STAGE);
        CopyIn.copy(jdbc, COPY, staged.bytes());
        if (staged.touchesConsents()) {
            consents.record(tenant, origin);
        }
        // Updates first: they may free a key that a new contact takes.
        if (staged.updated() > 0) {
            expect(staged.updated(), jdbc.update(UPDATE, tenant.value(), tenant.value()));
        }
        if (staged.created() > 0) {
            expect(staged.created(), jdbc.update(INSERT, tenant.value(), tenant.value()));
        }
    }

    private static void expect(int contacts, int written) {
        if (written != contacts) {
            throw new IllegalStateException(
                    "Of %d contacts %d were there to be written".formatted(contacts, written));
        }
    }
}
