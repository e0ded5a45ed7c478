package io.muster.server.imports.undo.store;

import io.muster.server.imports.undo.UndoFilter;
import io.muster.server.imports.undo.UndoRow;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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
    // The counts of the deliveries tell which hold any row of the wanted kind; of each, no more is
    // read than fits.
    private static final String ROWS =
            """
            select l.row_number, l.action, l.contact_id, l.info, %s as contact_name,
                   c.id is null or c.deleted_at is not null as contact_deleted
              from delivery d
             cross join lateral (
                   select * from log_row r
                    where r.tenant_id = d.tenant_id and r.delivery_id = d.id
                      and r.row_number > :after and %s
                    order by r.row_number
                    limit :limit) as l
              left join contact c on c.tenant_id = d.tenant_id and c.id = l.contact_id
             where d.tenant_id = :tenant and d.import_id = :import and d.kind = 'undo'
               and d.last_row > :after and %s > 0
             order by l.row_number
             limit :limit
            """;

    private static final String NAME =
            """
            coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.company, c.email, c.phone, c.external_id)
            """;

    private static final String LABELS =
            "select c.id, c.deleted_at is not null as deleted, "
                    + NAME
                    + " as name from contact c where c.tenant_id = :tenant and c.id = any (:ids)";

    private final JdbcClient jdbc;

    UndoRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<UndoRow> list(
            TenantId tenant, UUID importId, @Nullable UndoFilter filter, long after, int limit) {
        return jdbc.sql(ROWS.formatted(NAME, condition(filter), count(filter)))
                .param("tenant", tenant.value())
                .param("import", importId)
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

    private static String condition(@Nullable UndoFilter filter) {
        return switch (filter) {
            case null -> "true";
            case REVERTED -> "r.action = 'reverted'";
            case KEPT -> "r.action = 'kept'";
            case FAILED -> "r.action = 'none'";
        };
    }

    private static String count(@Nullable UndoFilter filter) {
        return switch (filter) {
            case null -> "1";
            case REVERTED -> "d.reverted_rows";
            case KEPT -> "d.kept_rows";
            case FAILED -> "d.failed_rows";
        };
    }

    private static UndoRow read(ResultSet row, int index) throws SQLException {
        String info = row.getString("info");
        return new UndoRow(
                row.getLong("row_number"),
                UndoFilter.ofAction(row.getString("action")).text(),
                row.getObject("contact_id", UUID.class),
                row.getString("contact_name"),
                row.getBoolean("contact_deleted"),
                info == null ? List.of() : Json.read(info, new TypeReference<>() {}));
    }
}
