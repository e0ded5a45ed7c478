package io.muster.server.imports.undo.store;

import io.muster.server.contacts.ContactStand;
import io.muster.server.tenants.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to contacts: the rows of the log about them, and the edits of people.
@Repository
public class PastStore {
    // Contact by contact and line by line, with limits that keep the planner, whose numbers lag
    // behind, from reading the whole log instead. A row that an undo took back stands no longer.
    private static final String EVENTS =
            """
            select c.id as contact_id, event.*
              from unnest(:contacts) as c (id)
             cross join lateral (
                   select l.delivery_id, l.row_number, l.action, d.import_id,
                          coalesce(d.contacts_version, 0) as version,
                          (select array_agg(field) from jsonb_object_keys(l.before_image) as each (field)) as fields,
                          d.by,
                          (select true from delivery u
                             join log_row r on r.tenant_id = u.tenant_id and r.delivery_id = u.id
                            where u.tenant_id = l.tenant_id and u.reverts = l.delivery_id
                              and r.row_number = l.row_number and r.action = 'reverted'
                            limit 1) is null %s as stands
                     from (select * from log_row
                            where tenant_id = :tenant and contact_id = c.id
                              and action in ('created', 'updated', 'reverted')
                           offset 0) as l
                    cross join lateral (
                          select o.import_id, o.contacts_version,
                                 case when i.id is null then o.source
                                      else format('import %%s (%%s)', i.number, i.file_name) end as by
                            from delivery o
                            left join import i on i.tenant_id = o.tenant_id and i.id = o.import_id
                           where o.tenant_id = l.tenant_id and o.id = l.delivery_id
                           limit 1) as d
                   union all
                   select null, 0, 'edited', null, e.contacts_version, e.fields, e.edited_by, true
                     from contact_edit e
                    where e.tenant_id = :tenant and e.contact_id = c.id
                   offset 0) as event
            """;

    private static final String AS_IT_IS = EVENTS.formatted("");

    // Over what a dry run has undone so far, too.
    private static final String AS_IT_WOULD_BE =
            EVENTS.formatted(
                    """
                    and (select true from dry_undone t
                                   where t.delivery_id = l.delivery_id and t.row_number = l.row_number
                                   limit 1) is null
                    """);

    // The last that happened to them was this very undo.
    private static final String REMOVED =
            """
            select c.id
              from unnest(:contacts, :versions) as c (id, version)
             cross join lateral (
                   select from log_row l
                     join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
                    where l.tenant_id = :tenant and l.contact_id = c.id and l.action = 'reverted'
                      and d.import_id = :import and d.contacts_version = c.version
                    limit 1) as undone
            """;

    private final JdbcClient jdbc;

    PastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that happened to a contact.
    ///
    /// @param delivery null for an edit
    /// @param importId null when no import did it
    /// @param action `created`, `updated`, `reverted` or `edited`
    /// @param fields that it changed; null when that is not known any more
    /// @param by for people
    /// @param stands whether no undo has taken it back
    public record Event(
            UUID contact,
            @Nullable UUID delivery,
            long row,
            String action,
            @Nullable UUID importId,
            long version,
            @Nullable Set<String> fields,
            String by,
            boolean stands) {}

    /// What happened to the contacts, in no order.
    public List<Event> events(TenantId tenant, Collection<UUID> contacts) {
        return events(tenant, contacts, AS_IT_IS);
    }

    /// The same after what [DryUndoneStore] holds is undone.
    public List<Event> eventsAfterDryRun(TenantId tenant, Collection<UUID> contacts) {
        return events(tenant, contacts, AS_IT_WOULD_BE);
    }

    /// Which of these deleted contacts the undo of the import has deleted.
    public Set<UUID> removed(TenantId tenant, UUID importId, Collection<ContactStand> deleted) {
        if (deleted.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(REMOVED)
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param(
                                "contacts",
                                deleted.stream()
                                        .map(stand -> stand.contact().id())
                                        .toArray(UUID[]::new))
                        .param(
                                "versions",
                                deleted.stream().map(ContactStand::version).toArray(Long[]::new))
                        .query(UUID.class)
                        .list());
    }

    private List<Event> events(TenantId tenant, Collection<UUID> contacts, String sql) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .query(PastStore::read)
                .list();
    }

    private static Event read(ResultSet row, int index) throws SQLException {
        Array fields = row.getArray("fields");
        return new Event(
                row.getObject("contact_id", UUID.class),
                row.getObject("delivery_id", UUID.class),
                row.getLong("row_number"),
                row.getString("action"),
                row.getObject("import_id", UUID.class),
                row.getLong("version"),
                fields == null ? null : Set.of((String[]) fields.getArray()),
                row.getString("by"),
                row.getBoolean("stands"));
    }
}
