package io.muster.server.imports.undo.store;

import io.muster.server.imports.store.PageWeight;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.imports.undo.UndoRow;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Reads the rows of an undo from the log, in file order.
@Repository
public class UndoRowStore {
    private static final String DELIVERIES =
            """
            select id, reverts, first_row from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'undo' and last_row > :after and %s > 0
             order by first_row
            """;

    // What a row held stands in the line of the import. Of a contact that was merged, the survivor
    // is shown.
    private static final String ROWS =
            """
            select l.row_number, l.action, l.contact_id, l.info, w.payload, %s as contact_name,
                   c.id is null or c.deleted_at is not null as contact_deleted
              from (select * from log_row
                     where tenant_id = :tenant and delivery_id = :delivery and row_number > :after and %s
                     order by row_number
                     limit :limit) as l
              join log_row w on w.tenant_id = l.tenant_id and w.delivery_id = :reverts and w.row_number = l.row_number
              left join lateral (
                   select contact_id from contact_alias
                    where tenant_id = l.tenant_id and kind = 'id' and value = l.contact_id::text
                    limit 1) as a on true
              left join lateral (
                   select * from contact
                    where tenant_id = l.tenant_id and id = coalesce(a.contact_id, l.contact_id)
                    limit 1) as c on true
             order by l.row_number
            """;

    private static final String NAME =
            """
            coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.company, c.email, c.phone, c.external_id)
            """;

    private static final String LABELS =
            """
            select wanted.id, c.deleted_at is not null as deleted, %s as name
              from unnest(:ids) as wanted (id)
              left join contact_alias a
                   on a.tenant_id = :tenant and a.kind = 'id' and a.value = wanted.id::text
              join contact c on c.tenant_id = :tenant and c.id = coalesce(a.contact_id, wanted.id)
            """
                    .formatted(NAME);

    private final JdbcClient jdbc;

    UndoRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row as the log has it.
    ///
    /// @param cells the raw cells; null where they must be read from the file
    public record LoggedRow(UndoRow row, @Nullable List<String> cells) {}

    private record DeliveryRef(UUID id, UUID reverts, long firstRow) {}

    /// Some rows; none only behind the last.
    ///
    /// The counts of the deliveries tell which hold any row of the wanted kind. Those of a retry
    /// lie between the rows of others, so one is read as long as it may hold a row that comes
    /// earlier.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    /// @param limit fewer come where they are heavy
    public List<LoggedRow> some(
            TenantId tenant, UUID importId, @Nullable UndoResult filter, long after, int limit) {
        List<LoggedRow> rows = new ArrayList<>();
        PageWeight weight = new PageWeight();
        for (DeliveryRef delivery : deliveries(tenant, importId, filter, after)) {
            if ((rows.size() == limit || weight.isEnough())
                    && delivery.firstRow() > rows.getLast().row().row()) {
                break;
            }
            List<LoggedRow> more = rows(tenant, delivery, filter, after, limit);
            more.forEach(row -> weight.add(row.cells()));
            rows.addAll(more);
            rows.sort(Comparator.comparingLong(logged -> logged.row().row()));
            rows.subList(Math.min(rows.size(), limit), rows.size()).clear();
        }
        return rows;
    }

    /// As many rows as there are, up to the limit.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<UndoRow> list(
            TenantId tenant, UUID importId, @Nullable UndoResult filter, long after, int limit) {
        List<UndoRow> rows = new ArrayList<>();
        long last = after;
        List<LoggedRow> more = some(tenant, importId, filter, last, limit);
        while (!more.isEmpty()) {
            more.forEach(logged -> rows.add(logged.row()));
            last = rows.getLast().row();
            more =
                    rows.size() == limit
                            ? List.of()
                            : some(tenant, importId, filter, last, limit - rows.size());
        }
        return rows;
    }

    private List<DeliveryRef> deliveries(
            TenantId tenant, UUID importId, @Nullable UndoResult filter, long after) {
        return jdbc.sql(DELIVERIES.formatted(count(filter)))
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("after", after)
                .query((row, i) ->
                        new DeliveryRef(
                                row.getObject("id", UUID.class),
                                row.getObject("reverts", UUID.class),
                                row.getLong("first_row")))
                .list();
    }

    private List<LoggedRow> rows(
            TenantId tenant,
            DeliveryRef delivery,
            @Nullable UndoResult filter,
            long after,
            int limit) {
        return jdbc.sql(ROWS.formatted(NAME, condition(filter)))
                .param("tenant", tenant.value())
                .param("delivery", delivery.id())
                .param("reverts", delivery.reverts())
                .param("after", after)
                .param("limit", limit)
                .query(UndoRowStore::read)
                .list();
    }

    /// What people call a contact.
    ///
    /// @param name null for a contact without any name or key
    public record Label(@Nullable String name, boolean deleted) {}

    /// Labels of the contacts; none for those that are erased.
    public Map<UUID, Label> labels(TenantId tenant, Collection<UUID> contacts) {
        Map<UUID, Label> labels = new HashMap<>();
        jdbc.sql(LABELS)
                .param("tenant", tenant.value())
                .param("ids", contacts.toArray(UUID[]::new))
                .query(row -> {
                    labels.put(
                            row.getObject("id", UUID.class),
                            new Label(row.getString("name"), row.getBoolean("deleted")));
                });
        return labels;
    }

    private static String condition(@Nullable UndoResult filter) {
        return filter == null ? "true" : "action = '%s'".formatted(filter.action());
    }

    private static String count(@Nullable UndoResult filter) {
        return switch (filter) {
            case null -> "1";
            case REVERTED -> "reverted_rows";
            case KEPT -> "kept_rows";
            case FAILED -> "failed_rows";
        };
    }

    private static LoggedRow read(ResultSet row, int index) throws SQLException {
        String info = row.getString("info");
        String payload = row.getString("payload");
        return new LoggedRow(
                new UndoRow(
                        row.getLong("row_number"),
                        UndoResult.ofAction(row.getString("action")).text(),
                        row.getObject("contact_id", UUID.class),
                        row.getString("contact_name"),
                        row.getBoolean("contact_deleted"),
                        info == null ? List.of() : Json.read(info, new TypeReference<>() {})),
                payload == null ? null : Json.read(payload, new TypeReference<>() {}));
    }
}
