package io.muster.server.importlog.store;

import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogPlace;
import io.muster.server.importlog.store.Conditions.Condition;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads the log from the newest delivery on. The counts of deliveries tell how many of them hold
/// what is wanted, so the others are never looked at.
@Repository
public class LogStore {
    private static final String DELIVERIES =
            """
            select d.id, %s as rows from delivery d
             where %s
             order by d.received_at desc, d.id desc
             limit ?
            """;

    // That of the place itself comes first: some of its rows are still to come.
    private static final String FROM_PLACE =
            " and (d.received_at, d.id) <= (select p.received_at, p.id from delivery p where p.tenant_id = ? and p.id = ?)";

    // From each delivery no more than are wanted in all, in the order of its key.
    private static final String ROWS =
            """
            select l.*, d.received_at, d.import_id, d.source, d.attempt
              from unnest(?::uuid[], ?::bigint[]) with ordinality as wanted (id, below, place)
              join delivery d on d.tenant_id = ? and d.id = wanted.id
             cross join lateral (
                   select %s from log_row l
                    where l.tenant_id = ? and l.delivery_id = wanted.id and l.row_number < wanted.below and %s
                    order by l.row_number desc
                    limit ?) as l
             order by wanted.place, l.row_number desc
             limit ?
            """;

    private static final String ONE =
            """
            select %s, d.received_at, d.import_id, d.source, d.attempt
              from log_row l
              join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
             where l.tenant_id = ? and l.delivery_id = ? and l.row_number = ? and d.kind = 'import'
            """;

    private final JdbcTemplate jdbc;

    LogStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Wanted(UUID id, long rows) {}

    /// Rows from a place on, itself not among them. Whom they are about is not asked.
    ///
    /// @param after null for the newest
    public List<LogEntry> list(
            TenantId tenant, LogFilter filter, @Nullable LogPlace after, int limit) {
        List<Wanted> deliveries = deliveries(tenant, filter, after, limit);
        return deliveries.isEmpty() ? List.of() : rows(tenant, filter, deliveries, after, limit);
    }

    /// As many as hold what is wanted, and the one of the place, which may hold nothing more.
    private List<Wanted> deliveries(
            TenantId tenant, LogFilter filter, @Nullable LogPlace after, int limit) {
        Condition condition = Conditions.ofDeliveries(filter);
        Condition rows = Conditions.rows(filter);
        List<Object> arguments = new ArrayList<>(rows.arguments());
        arguments.add(tenant.value());
        arguments.addAll(condition.arguments());
        if (after != null) {
            arguments.add(tenant.value());
            arguments.add(after.delivery());
        }
        arguments.add(limit + 1);
        List<Wanted> found =
                jdbc.query(
                        DELIVERIES.formatted(
                                rows.sql(), condition.sql() + (after == null ? "" : FROM_PLACE)),
                        (row, i) -> new Wanted(row.getObject(1, UUID.class), row.getLong(2)),
                        arguments.toArray());
        List<Wanted> enough = new ArrayList<>();
        long sum = 0;
        for (Wanted one : found) {
            enough.add(one);
            sum += after != null && one.id().equals(after.delivery()) ? 0 : one.rows();
            if (sum >= limit) {
                break;
            }
        }
        return enough;
    }

    private List<LogEntry> rows(
            TenantId tenant,
            LogFilter filter,
            List<Wanted> deliveries,
            @Nullable LogPlace after,
            int limit) {
        Condition condition = Conditions.ofRows(filter);
        List<Object> arguments = new ArrayList<>();
        arguments.add(deliveries.stream().map(Wanted::id).toArray(UUID[]::new));
        arguments.add(
                deliveries.stream()
                        .map(one ->
                                after != null && one.id().equals(after.delivery())
                                        ? after.row()
                                        : Long.MAX_VALUE)
                        .toArray(Long[]::new));
        arguments.add(tenant.value());
        arguments.add(tenant.value());
        arguments.addAll(condition.arguments());
        arguments.add(limit);
        arguments.add(limit);
        arguments.add(tenant.value());
        arguments.add(tenant.value());
        return jdbc.query(
                LogRow.SHOWN.formatted(ROWS.formatted(LogRow.OWN, condition.sql())),
                LogRow::read,
                arguments.toArray());
    }

    public Optional<LogEntry> find(TenantId tenant, LogPlace place) {
        return jdbc
                .query(
                        LogRow.SHOWN.formatted(ONE.formatted(LogRow.OWN)),
                        LogRow::read,
                        tenant.value(),
                        place.delivery(),
                        place.row(),
                        tenant.value(),
                        tenant.value())
                .stream()
                .findFirst();
    }
}
