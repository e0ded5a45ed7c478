package io.muster.server.imports.store;

import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.tenants.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows that were about a contact.
@Repository
public class ContactRowStore {
    // The log lines of a contact are few; delivery ids sort by time.
    private static final String ROWS =
            """
            select d.received_at, l.action, l.delivery_id, l.row_number, i.id, coalesce(i.file_name, d.source) as origin,
                   array(select field from jsonb_object_keys(l.before_image) as each (field) order by field) as fields
              from log_row l
              join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
              left join import i on i.tenant_id = d.tenant_id and i.id = d.import_id
             where l.tenant_id = :tenant and l.contact_id = any (:contacts)
               and l.action in ('created', 'updated', 'unchanged', 'reverted')
             order by l.delivery_id desc, l.row_number desc
             limit :limit
            """;

    // That there was a row, and what became of it, stays; what it said goes. An empty payload says
    // that none is to be read back from the file either.
    private static final String SCRUB =
            """
            update log_row
               set name = null, phone = null, email = null, external_id = null,
                   payload = '[]',
                   before_image = case when before_image is not null then '{}'::jsonb end,
                   info = (select jsonb_agg(one || :erased::jsonb) from jsonb_array_elements(info) one)
             where tenant_id = :tenant and contact_id = any (:contacts)
            """;

    // Rows that found their place at the contacts, with the deliveries of every attempt at them.
    private static final String TRIES =
            """
            with placed as materialized (
                 select d.id, d.import_id, l.row_number
                   from log_row l
                   join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
                  where l.tenant_id = :tenant and l.contact_id = any (:contacts)),
            tries as materialized (
                 select d.id, placed.import_id, placed.row_number
                   from placed
                   join delivery d on d.tenant_id = :tenant and d.import_id = placed.import_id
                                  and placed.row_number between d.first_row and d.last_row)
            """;

    // Earlier attempts at the rows came to nothing, but say as much about the person.
    private static final String SCRUB_EARLIER =
            TRIES
                    + """
                    update log_row
                       set name = null, phone = null, email = null, external_id = null, payload = '[]',
                           info = (select jsonb_agg(one || :erased::jsonb) from jsonb_array_elements(info) one)
                      from tries
                     where log_row.tenant_id = :tenant and delivery_id = tries.id
                       and log_row.row_number = tries.row_number and replaced_by is not null
                    """;

    private static final String SCRUB_EDITS =
            TRIES
                    + """
                    delete from row_edit using tries
                     where row_edit.tenant_id = :tenant and row_edit.import_id = tries.import_id
                       and row_edit.row_number = tries.row_number
                    """;

    // The counts of a batch quote some of its values.
    private static final String SCRUB_EXAMPLES =
            TRIES
                    + """
                    update delivery
                       set issues = coalesce(
                               (select jsonb_agg(one || '{"examples": [], "rows": []}') from jsonb_array_elements(issues) one),
                               '[]')
                     where tenant_id = :tenant
                       and id in (select id from placed union select id from tries)
                    """;

    // Rows that found no place say by their keys whom they were about.
    private static final String SCRUB_UNPLACED =
            """
            with unplaced as (
                 update log_row
                    set name = null, phone = null, email = null, external_id = null, payload = '[]',
                        info = (select jsonb_agg(one || :erased::jsonb) from jsonb_array_elements(info) one)
                  where tenant_id = :tenant and contact_id is null
                    and (phone = any (:phone) or email = any (:email) or external_id = any (:external_id))
                 returning delivery_id)
            update delivery
               set issues = coalesce(
                       (select jsonb_agg(one || '{"examples": [], "rows": []}') from jsonb_array_elements(issues) one),
                       '[]')
             where tenant_id = :tenant and id in (select delivery_id from unplaced)
            """;

    private static final String ERASED =
            "{\"value\": null, \"message\": \"The person was erased, and what stood here with them.\"}";

    private final JdbcClient jdbc;

    ContactRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row that found its place at the contact.
    ///
    /// @param importId null for a row that a source has pushed
    /// @param fields that it changed, as far as their former values are kept
    /// @param origin the name of the file or the key of the source
    public record ContactRow(
            Instant at,
            String action,
            List<String> fields,
            UUID delivery,
            long row,
            @Nullable UUID importId,
            String origin) {}

    /// Newest first.
    public List<ContactRow> list(TenantId tenant, Collection<UUID> contacts, int limit) {
        return jdbc.sql(ROWS)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, i) ->
                        new ContactRow(
                                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                                row.getString("action"),
                                List.of((String[]) row.getArray("fields").getArray()),
                                row.getObject("delivery_id", UUID.class),
                                row.getLong("row_number"),
                                row.getObject("id", UUID.class),
                                row.getString("origin")))
                .list();
    }

    /// Removes what tells who the contacts were.
    public void scrub(TenantId tenant, Collection<UUID> contacts) {
        UUID[] ids = contacts.toArray(UUID[]::new);
        for (String rows : List.of(SCRUB_EARLIER, SCRUB)) {
            jdbc.sql(rows)
                    .param("tenant", tenant.value())
                    .param("contacts", ids)
                    .param("erased", ERASED)
                    .update();
        }
        for (String beside : List.of(SCRUB_EDITS, SCRUB_EXAMPLES)) {
            jdbc.sql(beside).param("tenant", tenant.value()).param("contacts", ids).update();
        }
    }

    /// The same for rows that were placed nowhere.
    public void scrubUnplaced(TenantId tenant, ContactKeys keys) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(SCRUB_UNPLACED).param("tenant", tenant.value()).param("erased", ERASED);
        for (IdentityKey key : IdentityKey.values()) {
            statement = statement.param(key.field().key(), keys.values(key));
        }
        statement.update();
    }
}
