package io.muster.server.importlog.store;

import io.muster.server.contacts.ContactSearch;
import io.muster.server.importlog.LogCounts;
import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogPlace;
import io.muster.server.importlog.LogSummary;
import io.muster.server.importlog.store.Conditions.Condition;
import io.muster.server.importlog.store.LogTallyStore.Line;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Finds the rows about somebody: through the contact, whose rows are few, and among the rows that
/// found none, which say themselves whom they are about.
@Repository
public class LogSearchStore {
    /// The most contacts whose rows are looked for; of a name that more have, the newest.
    public static final int MOST_CONTACTS = 1_000;

    // Those who have the key or had it until they were merged, and all who were merged into them.
    private static final String BY_KEY =
            """
            with found (id) as (
                select id from contact where tenant_id = ? and deleted_at is null and external_id = ?
                union
                select id from contact where tenant_id = ? and deleted_at is null and email = ?
                union
                select id from contact where tenant_id = ? and deleted_at is null and phone = ?
                union
                select contact_id from contact_alias
                 where tenant_id = ? and (kind, value) in (('external_id', ?), ('email', ?), ('phone', ?)))
            select id from found
            union
            select a.value::uuid from contact_alias a join found on found.id = a.contact_id
             where a.tenant_id = ? and a.kind = 'id'
            """;

    private static final String BY_NAME =
            """
            select id from contact
             where tenant_id = ? and deleted_at is null
               and (external_id = ? or concat_ws(' ', first_name, last_name) ilike ?)
             order by id desc
             limit %d
            """
                    .formatted(MOST_CONTACTS);

    private static final String MATCHING =
            """
            select l.*, d.received_at, d.import_id, d.source, d.attempt
              from (select %1$s from log_row l where l.tenant_id = ? and l.contact_id = any (?) and %2$s
                    union all
                    select %1$s from log_row l where l.tenant_id = ? and l.contact_id is null and %3$s and %2$s) as l
              join delivery d on d.tenant_id = ? and d.id = l.delivery_id
             where %4$s
            """;

    private static final String HAS_KEY =
            "(l.external_id = ? or l.email in (?, ?) or l.phone in (?, ?))";

    // Only rows with a remark are without a contact.
    private static final String HAS_NAME =
            "l.result <> 'success' and (l.external_id = ? or l.name ilike ?)";

    private static final String PAGE =
            """
             and (?::uuid is null or (d.received_at, d.id, l.row_number) <
                  (select p.received_at, p.id, ?::bigint from delivery p where p.tenant_id = ? and p.id = ?))
             order by d.received_at desc, d.id desc, l.row_number desc
             limit ?
            """;

    private static final String COUNTED =
            """
            with matching as (%s)
            select '' as code, '' as field,
                   count(*) filter (where result = 'success'),
                   count(*) filter (where result = 'warning'),
                   count(*) filter (where result = 'failure')
              from matching
            union all
            select code, field,
                   0,
                   count(*) filter (where result = 'warning'),
                   count(*) filter (where result = 'failure')
              from (select distinct delivery_id, row_number, result,
                           remark ->> 'code' as code, coalesce(remark ->> 'field', '') as field
                      from matching cross join lateral jsonb_array_elements(info) as remark) as remarks
             group by code, field
            """;

    private final JdbcTemplate jdbc;

    LogSearchStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows from a place on, itself not among them.
    ///
    /// @param after null for the newest
    public List<LogEntry> list(
            TenantId tenant, LogFilter filter, @Nullable LogPlace after, int limit) {
        List<@Nullable Object> arguments = new ArrayList<>();
        String sql = matching(tenant, filter, arguments) + PAGE;
        UUID delivery = after == null ? null : after.delivery();
        arguments.add(delivery);
        arguments.add(after == null ? null : after.row());
        arguments.add(tenant.value());
        arguments.add(delivery);
        arguments.add(limit);
        arguments.add(tenant.value());
        arguments.add(tenant.value());
        return jdbc.query(LogRow.SHOWN.formatted(sql), LogRow::read, arguments.toArray());
    }

    /// The reasons are those of all the person's rows in the range, whichever of them is wanted.
    public LogSummary summary(TenantId tenant, LogFilter filter) {
        List<@Nullable Object> arguments = new ArrayList<>();
        String sql = matching(tenant, filter.ofAnyReason().ofAnyResult(), arguments);
        return Lines.summary(
                filter,
                jdbc.query(
                        COUNTED.formatted(sql),
                        (row, i) ->
                                new Line(
                                        row.getString(1),
                                        row.getString(2),
                                        new LogCounts(
                                                row.getLong(3), row.getLong(4), row.getLong(5))),
                        arguments.toArray()));
    }

    private String matching(TenantId tenant, LogFilter filter, List<@Nullable Object> arguments) {
        Condition rows = Conditions.ofRows(filter);
        Condition deliveries = Conditions.ofDeliveries(filter);
        arguments.add(tenant.value());
        arguments.add(contacts(tenant, filter.who()).toArray(UUID[]::new));
        arguments.addAll(rows.arguments());
        arguments.add(tenant.value());
        String unplaced =
                switch (filter.who()) {
                    case ContactSearch.Key(String externalId, String email, String phone) -> {
                        arguments.addAll(List.of(externalId, email, externalId));
                        arguments.add(phone);
                        arguments.add(externalId);
                        yield HAS_KEY;
                    }
                    case ContactSearch.Name(String externalId, String pattern) -> {
                        arguments.addAll(List.of(externalId, pattern));
                        yield HAS_NAME;
                    }
                    case ContactSearch.All() ->
                            throw new IllegalArgumentException("Nobody to look for");
                };
        arguments.addAll(rows.arguments());
        arguments.add(tenant.value());
        arguments.add(tenant.value());
        arguments.addAll(deliveries.arguments());
        return MATCHING.formatted(LogRow.OWN, rows.sql(), unplaced, deliveries.sql());
    }

    private List<UUID> contacts(TenantId tenant, ContactSearch who) {
        UUID id = tenant.value();
        return switch (who) {
            case ContactSearch.Key(String externalId, String email, String phone) ->
                    jdbc.queryForList(
                            BY_KEY,
                            UUID.class,
                            id,
                            externalId,
                            id,
                            email,
                            id,
                            phone,
                            id,
                            externalId,
                            email,
                            phone,
                            id);
            case ContactSearch.Name(String externalId, String pattern) ->
                    jdbc.queryForList(BY_NAME, UUID.class, id, externalId, pattern);
            case ContactSearch.All() -> List.of();
        };
    }
}
