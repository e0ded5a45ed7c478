package io.muster.server.contacts.store;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.platform.CopyIn;
import io.muster.server.tenants.TenantId;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes the contacts of a batch: COPY to a temporary table (under row-level security it cannot go
/// to the table itself), then one UPDATE and one INSERT.
@Component
public class ContactWriter {
    private static final String TEXTS = ContactLookup.TEXT_COLUMNS;

    // Lives as long as the connection, emptied with each transaction.
    private static final String STAGE =
            """
            create temporary table if not exists staged_contact (
                is_new boolean, id uuid, %s, tags text[], do_not_contact boolean, custom jsonb
            ) on commit delete rows
            """
                    .formatted(
                            StagedContacts.TEXTS.stream()
                                    .map(field -> field.key() + " text")
                                    .collect(Collectors.joining(", ")));

    private static final String COPY = "copy staged_contact from stdin (format binary)";

    // As this transaction has raised it; read once for a whole batch.
    static final String VERSION = "select contacts_version from tenant where tenant_id = ?";

    private static final String INSERT =
            """
            insert into contact (tenant_id, id, %1$s, tags, do_not_contact, custom, version)
            select ?, id, %1$s, tags, do_not_contact, custom, (%2$s) from staged_contact where is_new
            """
                    .formatted(TEXTS, VERSION);

    private static final String UPDATE =
            """
            update contact c
               set %s, tags = s.tags, do_not_contact = s.do_not_contact, custom = s.custom, updated_at = now(),
                   version = (%s)
              from staged_contact s
             where c.tenant_id = ? and c.id = s.id and not s.is_new
            """
                    .formatted(
                            StagedContacts.TEXTS.stream()
                                    .map(StandardField::key)
                                    .map(key -> key + " = s." + key)
                                    .collect(Collectors.joining(", ")),
                            VERSION);

    // Whoever changes contacts of a tenant stands in this line, so that look-up and write see the
    // same contacts.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 1))";

    private static final String RAISE_VERSION =
            "update tenant set contacts_version = contacts_version + 1 where tenant_id = ? returning contacts_version";

    private final JdbcTemplate jdbc;

    ContactWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public long lockAndRaiseVersion(TenantId tenant) {
        jdbc.query(LOCK, row -> {}, tenant.toString());
        Long version = jdbc.queryForObject(RAISE_VERSION, Long.class, tenant.value());
        if (version == null) {
            throw new IllegalStateException("The tenant is gone");
        }
        return version - 1;
    }

    public void write(TenantId tenant, StagedContacts staged) {
        if (staged.created() + staged.updated() == 0) {
            return;
        }
        jdbc.execute(STAGE);
        CopyIn.copy(jdbc, COPY, staged.bytes());
        // Updates first: they may free a key that a new contact takes.
        if (staged.updated() > 0) {
            jdbc.update(UPDATE, tenant.value(), tenant.value());
        }
        if (staged.created() > 0) {
            jdbc.update(INSERT, tenant.value(), tenant.value());
        }
    }
}
