package io.muster.server.imports.undo.store;

import io.muster.engine.undo.WrittenRow;
import io.muster.server.imports.undo.WrittenBatch;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// What an import wrote and is not undone yet, the newest first.
@Repository
public class WrittenBatchStore {
    private static final String LEFT =
            """
              from delivery d
             where d.tenant_id = :tenant and d.import_id = :import and d.kind = 'import'
               and d.created_rows + d.updated_rows > 0
               and not exists (select from delivery u where u.tenant_id = d.tenant_id and u.reverts = d.id)
            """;

    private static final String COUNT =
            "select coalesce(sum(d.created_rows + d.updated_rows), 0)\n" + LEFT;

    // In the order in which they were committed, whichever attempt they belong to.
    private static final String BATCHES =
            "select d.id, d.contacts_version\n"
                    + LEFT
                    + """
                     order by d.contacts_version desc nulls last, d.id desc
                    """;

    private static final String ROWS =
            """
            select row_number, action, contact_id, before_image from log_row
             where tenant_id = :tenant and delivery_id = :delivery and action in ('created', 'updated')
             order by row_number desc
            """;

    private final JdbcClient jdbc;

    WrittenBatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<WrittenBatch> batches(TenantId tenant, UUID importId) {
        return jdbc.sql(BATCHES)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) ->
                        new WrittenBatch(
                                row.getObject("id", UUID.class),
                                row.getObject("contacts_version", Long.class)))
                .list();
    }

    /// How many rows are left.
    public long count(TenantId tenant, UUID importId) {
        return jdbc.sql(COUNT)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(Long.class)
                .single();
    }

    public List<WrittenRow> rows(TenantId tenant, UUID delivery) {
        return jdbc.sql(ROWS)
                .param("tenant", tenant.value())
                .param("delivery", delivery)
                .query(WrittenBatchStore::read)
                .list();
    }

    private static WrittenRow read(ResultSet row, int index) throws SQLException {
        long number = row.getLong("row_number");
        UUID contact = row.getObject("contact_id", UUID.class);
        if (row.getString("action").equals("created")) {
            return new WrittenRow.Made(number, contact);
        }
        String before = row.getString("before_image");
        return new WrittenRow.Changed(number, contact, before == null ? null : image(before));
    }

    private static Map<String, @Nullable Object> image(String json) {
        return Json.read(json, new TypeReference<>() {});
    }
}
