package io.muster.server.imports.undo.store;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoCounts;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Undos from the first to the last of their moves. All moves of a run carry its epoch.
@Repository
public class UndoStore {
    private static final String FIND =
            "select * from undo where tenant_id = :tenant and import_id = :import";

    private static final String IS_ANY_RUNNING =
            "select exists (select from undo where tenant_id = :tenant and state = 'running')";

    // One that stopped goes on with what is left.
    private static final String BEGIN =
            """
            insert into undo (tenant_id, import_id, status_before, requested_by_name, total)
            values (:tenant, :import, :status, :by, :left)
            on conflict (tenant_id, import_id)
            do update set state = 'running', status_before = excluded.status_before, attempts = 0,
                          requested_by_name = excluded.requested_by_name, created_at = now(),
                          total = undo.removed_rows + undo.restored_rows + undo.kept_rows + undo.failed_rows
                                + excluded.total,
                          failure_code = null, failure_reason = null, finished_at = null
             where undo.state = 'stopped'
            """;

    private static final String SET_STATUS =
            "update import set status = :status where tenant_id = :tenant and id = :import";

    private static final String TAKE_OVER =
            """
            update undo set epoch = epoch + 1, attempts = attempts + 1, started_at = coalesce(started_at, now())
             where tenant_id = :tenant and import_id = :import and state = 'running'
            returning *
            """;

    private static final String HOLDS =
            """
            select exists (select from undo
                            where tenant_id = :tenant and import_id = :import and epoch = :epoch and state = 'running')
            """;

    private static final String ADVANCE =
            """
            update undo
               set attempts = 0, removed_rows = removed_rows + :removed, restored_rows = restored_rows + :restored,
                   kept_rows = kept_rows + :kept, failed_rows = failed_rows + :failed
             where tenant_id = :tenant and import_id = :import and epoch = :epoch and state = 'running'
            """;

    private static final String END =
            """
            update undo set state = :state, finished_at = now(), failure_code = :code, failure_reason = :reason
             where tenant_id = :tenant and import_id = :import and epoch = :epoch and state = 'running'
            """;

    private final JdbcClient jdbc;

    UndoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Undo> find(TenantId tenant, UUID importId) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(UndoStore::read)
                .optional();
    }

    public boolean isAnyRunning(TenantId tenant) {
        return jdbc.sql(IS_ANY_RUNNING)
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    /// @param by who asks for it, for people
    /// @param left rows that are to be undone
    public void begin(TenantId tenant, Import of, String by, long left) {
        jdbc.sql(BEGIN)
                .param("tenant", tenant.value())
                .param("import", of.id())
                .param("status", of.status().text())
                .param("by", by)
                .param("left", left)
                .update();
        setStatus(tenant, of.id(), ImportStatus.REVERTING);
    }

    /// Makes the caller the only one whose batches can commit; empty when there is nothing left to
    /// do.
    public Optional<Undo> takeOver(TenantId tenant, UUID importId) {
        return jdbc.sql(TAKE_OVER)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(UndoStore::read)
                .optional();
    }

    public boolean holds(TenantId tenant, Undo undo) {
        return jdbc.sql(HOLDS)
                .param("tenant", tenant.value())
                .param("import", undo.importId())
                .param("epoch", undo.epoch())
                .query(Boolean.class)
                .single();
    }

    /// @return false when another run has taken over
    public boolean advance(TenantId tenant, Undo undo, UndoCounts more) {
        return jdbc.sql(ADVANCE)
                        .param("tenant", tenant.value())
                        .param("import", undo.importId())
                        .param("epoch", undo.epoch())
                        .param("removed", more.removed())
                        .param("restored", more.restored())
                        .param("kept", more.kept())
                        .param("failed", more.failed())
                        .update()
                > 0;
    }

    /// @return false when another run has taken over
    public boolean finish(TenantId tenant, Undo undo) {
        return end(tenant, undo, Undo.State.DONE, ImportStatus.REVERTED, null);
    }

    /// @return false when another run has taken over
    public boolean stop(TenantId tenant, Undo undo, Code code) {
        return end(tenant, undo, Undo.State.STOPPED, undo.statusBefore(), code);
    }

    private boolean end(
            TenantId tenant,
            Undo undo,
            Undo.State state,
            ImportStatus status,
            @Nullable Code code) {
        boolean ended =
                jdbc.sql(END)
                                .param("tenant", tenant.value())
                                .param("import", undo.importId())
                                .param("epoch", undo.epoch())
                                .param("state", state.name().toLowerCase(Locale.ROOT))
                                .param("code", code == null ? null : code.name())
                                .param("reason", code == null ? null : code.sentence())
                                .update()
                        > 0;
        if (ended) {
            setStatus(tenant, undo.importId(), status);
        }
        return ended;
    }

    private void setStatus(TenantId tenant, UUID importId, ImportStatus status) {
        jdbc.sql(SET_STATUS)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("status", status.text())
                .update();
    }

    private static Undo read(ResultSet row, int index) throws SQLException {
        return new Undo(
                row.getObject("import_id", UUID.class),
                Undo.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                ImportStatus.of(row.getString("status_before")),
                row.getString("requested_by_name"),
                row.getLong("epoch"),
                row.getInt("attempts"),
                row.getLong("total"),
                new UndoCounts(
                        row.getLong("removed_rows"),
                        row.getLong("restored_rows"),
                        row.getLong("kept_rows"),
                        row.getLong("failed_rows")),
                row.getString("failure_code"),
                row.getString("failure_reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
