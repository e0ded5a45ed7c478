package io.muster.server.imports.store;

import io.muster.server.platform.CopyIn;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes deliveries to the log, and tells which contacts an import has met in it.
@Repository
public class DeliveryStore {
    private static final int FETCH = 10_000;

    private static final String STAGE =
            """
            create temporary table if not exists staged_row (
                delivery_id uuid, row_number bigint, result text, action text, matched_on text, contact_id uuid,
                name text, phone text, email text, external_id text, info jsonb, payload jsonb, before_image jsonb
            ) on commit delete rows
            """;

    private static final String COPY = "copy staged_row from stdin (format binary)";

    private static final String INSERT_ROWS =
            "insert into log_row (tenant_id, %1$s) select ?, %1$s from staged_row"
                    .formatted(StagedRows.COLUMNS);

    private static final String INSERT =
            """
            insert into delivery (tenant_id, id, import_id, source, attempt, first_row, last_row, created_rows,
                                  updated_rows, unchanged_rows, skipped_rows, failed_rows, warning_rows, issues,
                                  places, contacts_version)
            values (:tenant, :id, :import, :source, :attempt, :first_row, :last_row, :created,
                    :updated, :unchanged, :skipped, :failed, :warnings, :issues::jsonb, :places::jsonb,
                    (select contacts_version from tenant where tenant_id = :tenant))
            """;

    // Whoever writes a delivery holds the lock of the tenant's contacts, so nobody waits here.
    private static final String TALLY =
            """
            insert into log_tally as tally
            select tenant_id, span, date_trunc(span, received_at, 'UTC'), source, code, field,
                   success_rows, warning_rows, failure_rows
              from delivery_reason cross join (values ('minute'), ('hour'), ('day')) as spans (span)
             where tenant_id = :tenant and delivery_id = :id
            on conflict (tenant_id, span, begins_at, source, code, field) do update
               set success_rows = tally.success_rows + excluded.success_rows,
                   warning_rows = tally.warning_rows + excluded.warning_rows,
                   failure_rows = tally.failure_rows + excluded.failure_rows
            """;

    // The log lines of a contact are few; those of other imports drop out with their deliveries.
    // The fences keep the planner, whose numbers lag behind a running import, from pairing each
    // contact with each delivery or each line of the import.
    private static final String FIRST_ROWS =
            """
            with met as materialized (
                 select c.id, line.delivery_id, line.row_number
                   from unnest(:contacts) as c (id),
                        lateral (select delivery_id, row_number from log_row
                                  where tenant_id = :tenant and contact_id = c.id
                                 offset 0) as line)
            select met.id, min(met.row_number)
              from met join delivery d on d.tenant_id = :tenant and d.id = met.delivery_id
             where d.import_id = :import and d.kind = 'import'
             group by met.id
            """;

    private static final String PLACED =
            """
            select l.contact_id
              from delivery d
              join log_row l on l.tenant_id = d.tenant_id and l.delivery_id = d.id
             where d.tenant_id = ? and d.import_id = ? and d.kind = 'import' and l.contact_id is not null
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DeliveryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Writes lines of the log, without the delivery that they belong to.
    ///
    /// @param rows in the order of [StagedRows#COLUMNS], in binary COPY format
    public void writeRows(TenantId tenant, byte[] rows) {
        template.execute(STAGE);
        CopyIn.copy(template, COPY, rows);
        template.update(INSERT_ROWS, tenant.value());
    }

    /// Needs the transaction that writes the contacts.
    public void write(TenantId tenant, Delivery delivery) {
        writeRows(tenant, delivery.rows());
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", delivery.id())
                .param("import", delivery.importId())
                .param("source", delivery.source())
                .param("attempt", delivery.attempt())
                .param("first_row", delivery.firstRow())
                .param("last_row", delivery.lastRow())
                .param("created", delivery.counts().created())
                .param("updated", delivery.counts().updated())
                .param("unchanged", delivery.counts().unchanged())
                .param("skipped", delivery.counts().skipped())
                .param("failed", delivery.counts().failed())
                .param("warnings", delivery.counts().warnings())
                .param("issues", Json.write(delivery.issues()))
                .param("places", delivery.places().isEmpty() ? null : Json.write(delivery.places()))
                .update();
        jdbc.sql(TALLY).param("tenant", tenant.value()).param("id", delivery.id()).update();
    }

    /// For each of the contacts that a row of the import was placed at, the first such row.
    public Map<UUID, Long> firstRows(TenantId tenant, UUID importId, Collection<UUID> contacts) {
        Map<UUID, Long> rows = new HashMap<>();
        if (!contacts.isEmpty()) {
            jdbc.sql(FIRST_ROWS)
                    .param("tenant", tenant.value())
                    .param("import", importId)
                    .param("contacts", contacts.toArray(UUID[]::new))
                    .query(row -> {
                        rows.put(row.getObject(1, UUID.class), row.getLong(2));
                    });
        }
        return rows;
    }

    /// Every contact that a row of the import was placed at, some of them several times; streamed,
    /// as they may be millions.
    public void placed(TenantId tenant, UUID importId, Consumer<UUID> contact) {
        template.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(PLACED);
                    statement.setFetchSize(FETCH);
                    statement.setObject(1, tenant.value());
                    statement.setObject(2, importId);
                    return statement;
                },
                row -> {
                    contact.accept(row.getObject(1, UUID.class));
                });
    }
}
