package io.muster.server.contacts.store;

import io.muster.server.contacts.ContactEdit;
import io.muster.server.tenants.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `contact_edit`; call it in a transaction of the tenant.
@Repository
public class ContactEditStore {
    // Several edits of one transaction are one.
    private static final String INSERT =
            """
            insert into contact_edit (tenant_id, contact_id, contacts_version, fields, edited_by)
            select tenant_id, :contact, contacts_version, :fields, :by from tenant where tenant_id = :tenant
            on conflict (tenant_id, contact_id, contacts_version)
            do update set fields = contact_edit.fields || excluded.fields
            """;

    private static final String LIST =
            """
            select fields, edited_by, edited_at from contact_edit
             where tenant_id = :tenant and contact_id = any (:contacts)
             order by contacts_version desc limit :limit
            """;

    private static final String DELETE =
            "delete from contact_edit where tenant_id = :tenant and contact_id = any (:contacts)";

    private final JdbcClient jdbc;

    ContactEditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param by who changed them, for people
    public void insert(TenantId tenant, UUID contact, Collection<String> fields, String by) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("contact", contact)
                .param("fields", fields.toArray(String[]::new))
                .param("by", by)
                .update();
    }

    /// The newest first.
    public List<ContactEdit> list(TenantId tenant, Collection<UUID> contacts, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, number) ->
                        new ContactEdit(
                                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                                List.of((String[]) row.getArray("fields").getArray()),
                                row.getString("edited_by")))
                .list();
    }

    public void delete(TenantId tenant, Collection<UUID> contacts) {
        jdbc.sql(DELETE)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }
}
