package io.muster.server.imports.store;

import io.muster.engine.outcome.Info;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// Walks over the rows of an import in file order, from delivery to delivery.
///
/// Counts of the deliveries tell which hold any row of the wanted kind, so a few failed rows among
/// millions are found without a look at the others. Deliveries of the first attempt follow one
/// another without gaps; those of later ones lie scattered over them.
final class RowWalk {
    private static final int PAGE = 100;

    // In the order of their rows, which those of the first attempt share with nobody.
    private static final String FIRST =
            """
            select id, attempt, first_row, last_row from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import' and attempt = 1
               and last_row > :after and first_row > :behind and %s
             order by first_row
             limit :page
            """;

    private static final String LATER =
            """
            select id, attempt, first_row, last_row from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import' and attempt > 1
               and last_row > :after and %s
            """;

    private static final String ROWS =
            """
            select delivery_id, row_number, result, action, matched_on, contact_id, info, payload from log_row
             where tenant_id = :tenant and delivery_id = any (:deliveries) and replaced_by is null
               and row_number > :after and row_number <= :upto and %s
             order by row_number
             limit :limit
            """;

    /// What is wanted, in SQL.
    ///
    /// @param deliveries true of those that hold a wanted row
    /// @param rows true of the wanted rows
    /// @param values of the parameters in both
    record Wanted(String deliveries, String rows, Map<String, Object> values) {}

    private record Stretch(UUID id, int attempt, long first, long last) {}

    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final UUID importId;
    private final Wanted wanted;

    RowWalk(JdbcClient jdbc, TenantId tenant, UUID importId, Wanted wanted) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.importId = importId;
        this.wanted = wanted;
    }

    /// Some rows; none only behind the last.
    ///
    /// @param after only rows with a higher number
    /// @param limit fewer come where they are heavy
    List<LoggedRow> some(long after, int limit) {
        List<Stretch> later = stretches(LATER, after, 0);
        List<LoggedRow> rows = new ArrayList<>();
        PageWeight weight = new PageWeight();
        long from = after;
        List<Stretch> page = stretches(FIRST, after, 0);
        while (!page.isEmpty()) {
            for (Stretch first : page) {
                int known = rows.size();
                take(rows, first, later, from, first.last(), limit);
                rows.subList(known, rows.size()).forEach(row -> weight.add(row.cells()));
                if (rows.size() == limit || weight.isEnough()) {
                    return rows;
                }
                from = first.last();
            }
            page = page.size() < PAGE ? List.of() : stretches(FIRST, after, page.getLast().first());
        }
        take(rows, null, later, from, Long.MAX_VALUE, limit);
        return rows;
    }

    private void take(
            List<LoggedRow> rows,
            @Nullable Stretch first,
            List<Stretch> later,
            long from,
            long upto,
            int limit) {
        Map<UUID, Integer> attempts =
                later.stream()
                        .filter(one -> one.last() > from && one.first() <= upto)
                        .collect(Collectors.toMap(Stretch::id, Stretch::attempt));
        if (first != null) {
            attempts.put(first.id(), first.attempt());
        }
        if (!attempts.isEmpty()) {
            rows.addAll(
                    jdbc.sql(ROWS.formatted(wanted.rows()))
                            .param("tenant", tenant.value())
                            .param("deliveries", attempts.keySet().toArray(UUID[]::new))
                            .param("after", from)
                            .param("upto", upto)
                            .param("limit", limit - rows.size())
                            .params(wanted.values())
                            .query((row, i) -> read(row, attempts))
                            .list());
        }
    }

    private List<Stretch> stretches(String sql, long after, long behind) {
        return jdbc.sql(sql.formatted(wanted.deliveries()))
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("after", after)
                .param("behind", behind)
                .param("page", PAGE)
                .params(wanted.values())
                .query((row, i) ->
                        new Stretch(
                                row.getObject("id", UUID.class),
                                row.getInt("attempt"),
                                row.getLong("first_row"),
                                row.getLong("last_row")))
                .list();
    }

    private static LoggedRow read(ResultSet row, Map<UUID, Integer> attempts) throws SQLException {
        Integer attempt = attempts.get(row.getObject("delivery_id", UUID.class));
        if (attempt == null) {
            throw new IllegalStateException("A row of a delivery that was not asked for");
        }
        return read(row, attempt);
    }

    static LoggedRow read(ResultSet row, int attempt) throws SQLException {
        String info = row.getString("info");
        String payload = row.getString("payload");
        return new LoggedRow(
                row.getLong("row_number"),
                attempt,
                row.getString("result"),
                row.getString("action"),
                row.getString("matched_on"),
                row.getObject("contact_id", UUID.class),
                info == null ? List.of() : Json.read(info, new TypeReference<List<Info>>() {}),
                payload == null ? null : Json.read(payload, new TypeReference<>() {}));
    }
}
