package io.muster.server.imports.undo.store;

import io.muster.server.imports.IssueCount;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.imports.undo.UndoCounts;
import io.muster.server.imports.undo.UndoneRow;
import io.muster.server.imports.undo.WrittenBatch;
import io.muster.server.platform.Ids;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Writes what an undo did to the log, a delivery for each of the import's.
@Repository
public class UndoLogStore {
    private static final String INSERT =
            """
            insert into delivery (tenant_id, id, import_id, source, attempt, first_row, last_row, created_rows, updated_rows,
                                  unchanged_rows, skipped_rows, failed_rows, warning_rows, issues, kind, reverts,
                                  reverted_rows, kept_rows, contacts_version)
            select d.tenant_id, :id, d.import_id, d.source, d.attempt, :first_row, :last_row, 0, 0,
                   0, 0, :failed, 0, :issues::jsonb, 'undo', d.id, :reverted, :kept, t.contacts_version
              from delivery d join tenant t on t.tenant_id = d.tenant_id
             where d.tenant_id = :tenant and d.id = :reverts
            """;

    private static final String ISSUES =
            """
            select issues from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'undo' and issues <> '[]'
             order by id
            """;

    private final DeliveryStore deliveries;
    private final JdbcClient jdbc;

    UndoLogStore(DeliveryStore deliveries, JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    /// Needs the transaction that writes the contacts.
    public void write(
            TenantId tenant,
            WrittenBatch of,
            List<UndoneRow> rows,
            UndoCounts counts,
            List<IssueCount> issues) {
        UUID id = Ids.next();
        deliveries.writeRows(tenant, StagedUndo.of(id, rows));
        LongSummaryStatistics numbers =
                rows.stream().mapToLong(row -> row.row().number()).summaryStatistics();
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("reverts", of.delivery())
                .param("first_row", numbers.getMin())
                .param("last_row", numbers.getMax())
                .param("failed", counts.failed())
                .param("reverted", counts.reverted())
                .param("kept", counts.kept())
                .param("issues", Json.write(issues))
                .update();
    }

    /// Why rows were kept or failed, by delivery.
    public List<List<IssueCount>> issues(TenantId tenant, UUID importId) {
        return jdbc.sql(ISSUES)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) ->
                        Json.read(row.getString(1), new TypeReference<List<IssueCount>>() {}))
                .list();
    }
}
