package io.muster.server.imports.store;

import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The steps of people's work on the rows of imports, and what these did to single rows.
@Repository
public class RepairStore {
    // Whoever adds a step holds the import's row.
    private static final String ADD =
            """
            insert into repair_step (tenant_id, import_id, number, attempt, kind, fix, rows, made_by)
            select :tenant, :import, coalesce(max(number), 0) + 1, :attempt, :kind, :fix::jsonb, :rows, :made_by
              from repair_step where tenant_id = :tenant and import_id = :import
            returning number
            """;

    private static final String EDIT =
            """
            insert into row_edit (tenant_id, import_id, row_number, step, cells, dropped)
            select :tenant, :import, e.row_number, :step, e.cells::jsonb, e.dropped
              from unnest(:rows::bigint[], :cells::text[], :dropped::boolean[]) as e (row_number, cells, dropped)
            """;

    // A step that turned out to change nothing is none.
    private static final String SETTLE =
            """
            with settled as (
                update repair_step set rows = :rows
                 where tenant_id = :tenant and import_id = :import and number = :step and :rows > 0)
            delete from repair_step
             where tenant_id = :tenant and import_id = :import and number = :step and :rows = 0
            """;

    private static final String STEPS =
            """
            select s.*, case when kind in ('edit', 'resolve') then (
                   select min(row_number) from row_edit e
                    where e.tenant_id = s.tenant_id and e.import_id = s.import_id and e.step = s.number) end as row_number
              from repair_step s
             where tenant_id = :tenant and import_id = :import
             order by number
            """;

    private static final String EDITS =
            """
            select e.row_number, e.step, s.attempt, e.cells, e.dropped
              from row_edit e
              join repair_step s on s.tenant_id = e.tenant_id and s.import_id = e.import_id and s.number = e.step
             where e.tenant_id = :tenant and e.import_id = :import and s.undone_at is null
               and e.row_number between :first and :last
             order by e.row_number, e.step
            """;

    private static final String UNDO =
            """
            update repair_step set undone_at = now()
             where tenant_id = :tenant and import_id = :import and number = :number and undone_at is null
            """;

    private static final String FIXES =
            "select import_id, number, fix from repair_step where tenant_id = :tenant and fix is not null";

    private static final String REWRITE =
            """
            update repair_step set fix = :fix::jsonb
             where tenant_id = :tenant and import_id = :import and number = :number
            """;

    private static final String REMOVE =
            "delete from repair_step where tenant_id = :tenant and import_id = :import";

    /// Steps that no attempt has taken up to its end.
    static final String OPEN_STEPS =
            """
            select s.number, s.attempt, s.fix from repair_step s
             where s.tenant_id = :tenant and s.import_id = :of and s.undone_at is null
               and s.attempt > (select coalesce(max(a.attempt), 1) from import_attempt a
                                 where a.tenant_id = :tenant and a.import_id = :of and a.status = 'completed')
            """;

    private static final String OPEN_FIXES =
            "select fix from (" + OPEN_STEPS + ") s where fix is not null";

    private static final String EDITED_SKIPPED =
            """
            select count(distinct e.row_number)
              from (
            """
                    + OPEN_STEPS
                    + """
                      ) s
                      join row_edit e on e.tenant_id = :tenant and e.import_id = :of and e.step = s.number
                      join delivery d on d.tenant_id = e.tenant_id and d.import_id = e.import_id and d.kind = 'import'
                                     and d.attempt < s.attempt and e.row_number between d.first_row and d.last_row
                      cross join lateral (
                           select from log_row
                            where tenant_id = d.tenant_id and delivery_id = d.id and row_number = e.row_number
                              and replaced_by is null and action = 'skipped'
                            limit 1) l
                    """;

    private final JdbcClient jdbc;

    RepairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a step is.
    public enum Kind {
        /// Cells of one row, or the row itself, by hand.
        EDIT,
        /// Many rows at once.
        FIX,
        /// An error file that came back repaired.
        FILE,
        /// A conflict that a person has settled.
        RESOLVE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param attempt that takes it up
    /// @param fix as JSON; null for steps that are no fix
    /// @param row the one that it is about; null for steps about many
    /// @param rows how many were meant
    public record StoredStep(
            long number,
            int attempt,
            Kind kind,
            @Nullable String fix,
            @Nullable Long row,
            long rows,
            String madeBy,
            Instant madeAt,
            @Nullable Instant undoneAt) {}

    /// What a step did to a row.
    ///
    /// @param attempt that takes the step up
    /// @param cells new texts by column; null for one that is left out
    public record StoredEdit(
            long row,
            long step,
            int attempt,
            Map<Integer, @Nullable String> cells,
            boolean dropped) {}

    /// A fix, wherever it was made.
    ///
    /// @param fix as JSON
    public record StoredFix(UUID importId, long number, String fix) {}

    /// @return the number of the new step
    public long add(
            TenantId tenant,
            UUID importId,
            int attempt,
            Kind kind,
            @Nullable String fix,
            long rows,
            String madeBy) {
        return jdbc.sql(ADD)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("attempt", attempt)
                .param("kind", kind.text())
                .param("fix", fix)
                .param("rows", rows)
                .param("made_by", madeBy)
                .query(Long.class)
                .single();
    }

    /// Notes what a step did to rows; their own step and attempt are not read.
    public void edit(TenantId tenant, UUID importId, long step, List<StoredEdit> edits) {
        if (!edits.isEmpty()) {
            jdbc.sql(EDIT)
                    .param("tenant", tenant.value())
                    .param("import", importId)
                    .param("step", step)
                    .param("rows", edits.stream().map(StoredEdit::row).toArray(Long[]::new))
                    .param(
                            "cells",
                            edits.stream()
                                    .map(edit -> Json.write(edit.cells()))
                                    .toArray(String[]::new))
                    .param(
                            "dropped",
                            edits.stream().map(StoredEdit::dropped).toArray(Boolean[]::new))
                    .update();
        }
    }

    /// Notes how many rows a step was about; without any it is removed.
    public void settle(TenantId tenant, UUID importId, long step, long rows) {
        jdbc.sql(SETTLE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("step", step)
                .param("rows", rows)
                .update();
    }

    /// All steps, undone ones too, in their order.
    public List<StoredStep> steps(TenantId tenant, UUID importId) {
        return jdbc.sql(STEPS)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(RepairStore::step)
                .list();
    }

    /// What steps that stand did to rows from one number to another, in their order.
    public List<StoredEdit> edits(TenantId tenant, UUID importId, long first, long last) {
        return jdbc.sql(EDITS)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("first", first)
                .param("last", last)
                .query(RepairStore::edit)
                .list();
    }

    /// @return false when there is no such step, or it is undone already
    public boolean undo(TenantId tenant, UUID importId, long number) {
        return jdbc.sql(UNDO)
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param("number", number)
                        .update()
                > 0;
    }

    public void removeAll(TenantId tenant, UUID importId) {
        jdbc.sql(REMOVE).param("tenant", tenant.value()).param("import", importId).update();
    }

    /// How many rows were skipped and have been edited since.
    public long editedSkipped(TenantId tenant, UUID importId) {
        return jdbc.sql(EDITED_SKIPPED)
                .param("tenant", tenant.value())
                .param("of", importId)
                .query(Long.class)
                .single();
    }

    /// Fixes that no attempt has taken up to its end, as JSON.
    public List<String> openFixes(TenantId tenant, UUID importId) {
        return jdbc.sql(OPEN_FIXES)
                .param("tenant", tenant.value())
                .param("of", importId)
                .query((row, i) -> row.getString("fix"))
                .list();
    }

    /// All fixes of a tenant, undone ones too.
    public List<StoredFix> fixes(TenantId tenant) {
        return jdbc.sql(FIXES)
                .param("tenant", tenant.value())
                .query((row, i) ->
                        new StoredFix(
                                row.getObject("import_id", UUID.class),
                                row.getLong("number"),
                                row.getString("fix")))
                .list();
    }

    /// @param fix as JSON
    public void rewrite(TenantId tenant, UUID importId, long number, String fix) {
        jdbc.sql(REWRITE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("number", number)
                .param("fix", fix)
                .update();
    }

    private static StoredStep step(ResultSet row, int index) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new StoredStep(
                row.getLong("number"),
                row.getInt("attempt"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("fix"),
                row.getObject("row_number", Long.class),
                row.getLong("rows"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant());
    }

    private static StoredEdit edit(ResultSet row, int index) throws SQLException {
        return new StoredEdit(
                row.getLong("row_number"),
                row.getLong("step"),
                row.getInt("attempt"),
                cells(row.getString("cells")),
                row.getBoolean("dropped"));
    }

    private static Map<Integer, @Nullable String> cells(String json) {
        Map<Integer, @Nullable String> cells = new TreeMap<>();
        Json.read(json, new TypeReference<Map<Integer, String>>() {}).forEach(cells::put);
        return cells;
    }
}
