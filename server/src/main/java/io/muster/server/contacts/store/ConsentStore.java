package io.muster.server.contacts.store;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.ConsentRecord;
import io.muster.server.contacts.Origin;
import io.muster.server.tenants.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `consent_record`; call it in a transaction of the tenant.
@Repository
public class ConsentStore {
    // What the staged contacts change, before they are written.
    private static final String RECORD =
            """
            insert into consent_record (tenant_id, contact_id, consent, given, origin)
            select :tenant, s.id, change.consent, change.given, :origin
              from staged_contact s
              left join contact c on c.tenant_id = :tenant and c.id = s.id
             cross join lateral (values %s) as change (consent, given, former)
             where change.given is distinct from change.former
            """
                    .formatted(
                            StandardField.CONSENTS.stream()
                                    .map(StandardField::key)
                                    .map("('%1$s', s.%1$s, c.%1$s)"::formatted)
                                    .collect(Collectors.joining(", ")));

    private static final String LIST =
            """
            select id, consent, given, origin, recorded_at
              from consent_record
             where tenant_id = :tenant and contact_id = any (:contacts)
               and (:before::bigint is null or id < :before)
             order by id desc limit :limit
            """;

    private static final String ERASE =
            "delete from consent_record where tenant_id = :tenant and contact_id = any (:contacts)";

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(TenantId tenant, Origin origin) {
        jdbc.sql(RECORD).param("tenant", tenant.value()).param("origin", origin.text()).update();
    }

    /// The newest first.
    ///
    /// @param contacts the ids of one contact
    /// @param before the id after the last, null to begin
    public List<ConsentRecord> list(
            TenantId tenant, Collection<UUID> contacts, @Nullable Long before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, number) ->
                        new ConsentRecord(
                                row.getLong("id"),
                                row.getString("consent"),
                                row.getObject("given", Boolean.class),
                                row.getString("origin"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void erase(TenantId tenant, Collection<UUID> contacts) {
        jdbc.sql(ERASE)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }
}
