package io.muster.server.imports.undo.store;

import io.muster.server.imports.undo.UndoPreview;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Previews of undos that are worked out aside.
@Repository
public class UndoPreviewStore {
    // One that is done stays good for a while, and for as long as no contact changes.
    private static final String FIND =
            """
            select p.state, p.preview, p.finished_at from undo_preview p join tenant t on t.tenant_id = p.tenant_id
             where p.tenant_id = :tenant and p.import_id = :import
               and (p.state <> 'done' or p.contacts_version = t.contacts_version
                    or p.finished_at > now() - interval '5 minutes')
            """;

    private static final String IS_ANY_RUNNING =
            "select exists (select from undo_preview where tenant_id = :tenant and state = 'running')";

    private static final String BEGIN =
            """
            insert into undo_preview (tenant_id, import_id, contacts_version, preview)
            select tenant_id, :import, contacts_version, :preview::jsonb from tenant where tenant_id = :tenant
            on conflict (tenant_id, import_id)
            do update set state = 'running', epoch = 0, attempts = 0, contacts_version = excluded.contacts_version,
                          preview = excluded.preview, created_at = now(), finished_at = null
            """;

    private static final String REMOVE =
            "delete from undo_preview where tenant_id = :tenant and import_id = :import";

    private static final String REMOVE_ALL = "delete from undo_preview where tenant_id = :tenant";

    private static final String TAKE_OVER =
            """
            update undo_preview set epoch = nextval('undo_preview_epoch'), attempts = attempts + 1
             where tenant_id = :tenant and import_id = :import and state = 'running'
            returning epoch, attempts, preview
            """;

    private static final String FORGIVE =
            """
            update undo_preview set attempts = attempts - 1
             where tenant_id = :tenant and import_id = :import and epoch = :epoch
            """;

    private static final String SAVE =
            """
            update undo_preview
               set preview = :preview::jsonb, state = :state,
                   finished_at = case when :state = 'running' then null else now() end
             where tenant_id = :tenant and import_id = :import and epoch = :epoch and state = 'running'
            """;

    private final JdbcClient jdbc;

    UndoPreviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A run that has just taken a preview over.
    public record Begun(long epoch, int attempts, UndoPreview preview) {}

    /// The preview, unless it is out of date.
    public Optional<UndoPreview> find(TenantId tenant, UUID importId) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(UndoPreviewStore::read)
                .optional();
    }

    public boolean isAnyRunning(TenantId tenant) {
        return jdbc.sql(IS_ANY_RUNNING)
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    /// Begins a preview; one that there is starts over.
    public void begin(TenantId tenant, UUID importId, UndoPreview preview) {
        jdbc.sql(BEGIN)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("preview", Json.write(preview))
                .update();
    }

    public void remove(TenantId tenant, UUID importId) {
        jdbc.sql(REMOVE).param("tenant", tenant.value()).param("import", importId).update();
    }

    public void removeAll(TenantId tenant) {
        jdbc.sql(REMOVE_ALL).param("tenant", tenant.value()).update();
    }

    /// Makes the caller the only one who may save; empty when nobody waits for it any more.
    public Optional<Begun> takeOver(TenantId tenant, UUID importId) {
        return jdbc.sql(TAKE_OVER)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) ->
                        new Begun(
                                row.getLong("epoch"),
                                row.getInt("attempts"),
                                Json.read(row.getString("preview"), UndoPreview.class)))
                .optional();
    }

    /// Does not count a run that was asked to pause.
    public void forgive(TenantId tenant, UUID importId, long epoch) {
        jdbc.sql(FORGIVE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("epoch", epoch)
                .update();
    }

    /// @return false when nobody waits for it any more, or another run has taken over
    public boolean save(TenantId tenant, UUID importId, long epoch, UndoPreview preview) {
        return jdbc.sql(SAVE)
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param("epoch", epoch)
                        .param("preview", Json.write(preview))
                        .param("state", preview.state().text())
                        .update()
                > 0;
    }

    private static UndoPreview read(ResultSet row, int index) throws SQLException {
        UndoPreview preview = Json.read(row.getString("preview"), UndoPreview.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return finished == null ? preview : preview.at(finished.toInstant());
    }
}
