package io.muster.server.imports.store;

import io.muster.engine.outcome.Info;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowFilter;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Reads the rows of an import from the log, in file order.
///
/// It goes from delivery to delivery: their counts tell which hold any row of the wanted kind, so a
/// few failed rows among millions are found without a look at the others.
@Repository
public class RowStore {
    private static final String DELIVERIES =
            """
            select id, attempt from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import' and last_row > :after and %s > 0
             order by first_row
             limit :limit
            """;

    private static final String ROWS =
            """
            select row_number, result, action, matched_on, contact_id, info, payload from log_row
             where tenant_id = :tenant and delivery_id = :delivery and row_number > :after and %s
             order by row_number
             limit :limit
            """;

    private static final String ISSUES =
            """
            select issues from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import' and issues <> '[]'
             order by first_row
            """;

    private final JdbcClient jdbc;

    RowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row as the log has it.
    ///
    /// @param cells the raw cells; null where they must be read from the file
    public record LoggedRow(
            long row,
            int attempt,
            String result,
            String action,
            @Nullable String matchedOn,
            @Nullable UUID contactId,
            List<Info> info,
            @Nullable List<String> cells) {}

    private record DeliveryRef(UUID id, int attempt) {}

    /// Some rows; none only behind the last.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    /// @param limit fewer come where they are heavy
    public List<LoggedRow> some(
            TenantId tenant, UUID importId, @Nullable RowFilter filter, long after, int limit) {
        List<LoggedRow> rows = new ArrayList<>();
        PageWeight weight = new PageWeight();
        for (DeliveryRef delivery : deliveries(tenant, importId, filter, after, limit)) {
            if (rows.size() == limit || weight.isEnough()) {
                break;
            }
            List<LoggedRow> more =
                    jdbc.sql(ROWS.formatted(rowCondition(filter)))
                            .param("tenant", tenant.value())
                            .param("delivery", delivery.id())
                            .param("after", after)
                            .param("limit", limit - rows.size())
                            .query((row, i) -> read(row, delivery.attempt()))
                            .list();
            more.forEach(row -> weight.add(row.cells()));
            rows.addAll(more);
        }
        return rows;
    }

    /// As many rows as there are, up to the limit.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<LoggedRow> list(
            TenantId tenant, UUID importId, @Nullable RowFilter filter, long after, int limit) {
        List<LoggedRow> rows = new ArrayList<>();
        List<LoggedRow> more = some(tenant, importId, filter, after, limit);
        while (!more.isEmpty()) {
            rows.addAll(more);
            more =
                    rows.size() == limit
                            ? List.of()
                            : some(
                                    tenant,
                                    importId,
                                    filter,
                                    rows.getLast().row(),
                                    limit - rows.size());
        }
        return rows;
    }

    /// What was remarked in each delivery of an import, in file order.
    public List<List<IssueCount>> issues(TenantId tenant, UUID importId) {
        return jdbc.sql(ISSUES)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) ->
                        Json.read(row.getString(1), new TypeReference<List<IssueCount>>() {}))
                .list();
    }

    // Each of these deliveries holds a wanted row behind the place, the first one perhaps not:
    // hence one more.
    private List<DeliveryRef> deliveries(
            TenantId tenant, UUID importId, @Nullable RowFilter filter, long after, int limit) {
        return jdbc.sql(DELIVERIES.formatted(deliveryCount(filter)))
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, i) ->
                        new DeliveryRef(row.getObject("id", UUID.class), row.getInt("attempt")))
                .list();
    }

    private static String deliveryCount(@Nullable RowFilter filter) {
        return switch (filter) {
            case null -> "1";
            case CREATED -> "created_rows";
            case UPDATED -> "updated_rows";
            case UNCHANGED -> "unchanged_rows";
            case SKIPPED -> "skipped_rows";
            case FAILED, FAILURE -> "failed_rows";
            case SUCCESS -> "(created_rows + updated_rows + unchanged_rows - warning_rows)";
            case WARNING -> "(skipped_rows + warning_rows)";
            case WITH_WARNING -> "warning_rows";
        };
    }

    private static String rowCondition(@Nullable RowFilter filter) {
        return switch (filter) {
            case null -> "true";
            case CREATED, UPDATED, UNCHANGED, SKIPPED -> "action = '" + filter.text() + "'";
            case FAILED -> "action = 'none'";
            case SUCCESS, WARNING, FAILURE -> "result = '" + filter.text() + "'";
            case WITH_WARNING -> "result = 'warning' and action <> 'skipped'";
        };
    }

    private static LoggedRow read(ResultSet row, int attempt) throws SQLException {
        String info = row.getString("info");
        String payload = row.getString("payload");
        return new LoggedRow(
                row.getLong("row_number"),
                attempt,
                row.getString("result"),
                row.getString("action"),
                row.getString("matched_on"),
                row.getObject("contact_id", UUID.class),
                info == null ? List.of() : Json.read(info, new TypeReference<>() {}),
                payload == null ? null : Json.read(payload, new TypeReference<>() {}));
    }
}
