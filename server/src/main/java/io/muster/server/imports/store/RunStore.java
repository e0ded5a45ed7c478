package io.muster.server.imports.store;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.RowCounts;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.tenants.TenantId;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// An import under way: queued, taken over, moved on by batches, and finished. All moves of a run
/// carry its epoch.
@Repository
public class RunStore {
    private static final String ENQUEUE =
            """
            update import set status = 'queued', queued_at = now(), started_by = :starter
             where tenant_id = :tenant and id = :id and status = 'uploaded' and mapping is not null
            """;

    // The oldest queued imports, as many as there are free places.
    private static final String DISPATCH =
            """
            update import set dispatched = true
             where tenant_id = :tenant and id in (
                   select id from import
                    where tenant_id = :tenant and status = 'queued' and not dispatched
                    order by queued_at, number
                    limit greatest(0, :places - (
                          select count(*) from import
                           where tenant_id = :tenant and dispatched
                             and status in ('queued', 'processing', 'post_processing'))))
            returning id
            """;

    private static final String TAKE_OVER =
            """
            update import
               set epoch = epoch + 1, attempts = attempts + 1,
                   status = case status when 'queued' then 'processing' else status end,
                   started_at = coalesce(started_at, now())
             where tenant_id = :tenant and id = :id and status in ('queued', 'processing', 'post_processing')
            returning *
            """;

    private static final String ADVANCE =
            """
            update import
               set cursor_row = :last_row, attempts = 0,
                   created_rows = created_rows + :created, updated_rows = updated_rows + :updated,
                   unchanged_rows = unchanged_rows + :unchanged, skipped_rows = skipped_rows + :skipped,
                   failed_rows = failed_rows + :failed, warning_rows = warning_rows + :warnings
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
               and cursor_row = :first_row - 1
            returning cancel_requested
            """;

    private static final String SETTLE =
            """
            update import set attempts = 0
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
               and cursor_row = :last_row
            """;

    // The database may crash before it has written the commit down. It then forgets the batch as a
    // whole, cursor included. A next batch does not fit behind the cursor that is left, and an
    // import settles before it ends: the log is written in order, so a commit that waits waits for
    // all.
    static final String NEED_NOT_WAIT = "set local synchronous_commit = off";

    private static final String HOLDS =
            """
            select exists (select from import
                            where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing')
            """;

    private static final String POST_PROCESS =
            """
            update import set status = 'post_processing', total = cursor_row
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
            """;

    private static final String COMPLETE =
            """
            update import set status = 'completed', finished_at = now()
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'post_processing'
            """;

    // The rows that are left count as unprocessed; a file that broke off may hold more than could
    // be counted.
    private static final String GIVE_UP =
            """
            update import
               set status = :status, finished_at = now(), failure_code = :code, failure_reason = :reason,
                   total = greatest(coalesce(total, 0), cursor_row),
                   unprocessed_rows = greatest(coalesce(total, 0) - cursor_row, 0)
             where tenant_id = :tenant and id = :id and epoch = :epoch
               and status in ('uploaded', 'queued', 'processing', 'post_processing')
            """;

    private static final String REQUEST_CANCEL =
            """
            update import set cancel_requested = true
             where tenant_id = :tenant and id = :id and status in ('queued', 'processing')
            """;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void lockQueue(TenantId tenant) {
        AdvisoryLock.IMPORT_QUEUE.take(jdbc, tenant.toString());
    }

    /// @return false when the import is not mapped, or was started before
    public boolean enqueue(TenantId tenant, UUID id, @Nullable UUID starter) {
        return jdbc.sql(ENQUEUE)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("starter", starter, Types.OTHER)
                        .update()
                > 0;
    }

    /// Picks the queued imports whose turn has come.
    ///
    /// @param places how many imports of the tenant may be under way at once
    public List<UUID> dispatch(TenantId tenant, int places) {
        return jdbc.sql(DISPATCH)
                .param("tenant", tenant.value())
                .param("places", places)
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Makes the caller the only one whose batches can commit; empty when there is nothing left to
    /// do.
    public Optional<Import> takeOver(TenantId tenant, UUID id) {
        return jdbc.sql(TAKE_OVER)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /// Moves the cursor behind a batch, in a transaction that commits without waiting for the disk.
    ///
    /// @return whether somebody wants the import cancelled; empty when another run has taken over,
    ///   or the cursor does not stand right before the batch
    public Optional<Boolean> advance(
            TenantId tenant, UUID id, long epoch, long firstRow, long lastRow, RowCounts counts) {
        jdbc.sql(NEED_NOT_WAIT).update();
        return jdbc.sql(ADVANCE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("epoch", epoch)
                .param("first_row", firstRow)
                .param("last_row", lastRow)
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("skipped", counts.skipped())
                .param("failed", counts.failed())
                .param("warnings", counts.warnings())
                .query(Boolean.class)
                .optional();
    }

    /// Waits for the disk, with a commit that does.
    ///
    /// @return false when another run has taken over, or the cursor does not stand at the row
    public boolean settle(TenantId tenant, UUID id, long epoch, long lastRow) {
        return jdbc.sql(SETTLE)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("epoch", epoch)
                        .param("last_row", lastRow)
                        .update()
                > 0;
    }

    /// Whether the import is still this run's to process.
    public boolean holds(TenantId tenant, UUID id, long epoch) {
        return jdbc.sql(HOLDS)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("epoch", epoch)
                .query(Boolean.class)
                .single();
    }

    /// @return false when another run has taken over
    public boolean postProcess(TenantId tenant, UUID id, long epoch) {
        return update(POST_PROCESS, tenant, id, epoch) > 0;
    }

    /// @return false when another run has taken over
    public boolean complete(TenantId tenant, UUID id, long epoch) {
        return update(COMPLETE, tenant, id, epoch) > 0;
    }

    /// @return false when another run has taken over, or the import has ended
    public boolean fail(TenantId tenant, UUID id, long epoch, Code code, String reason) {
        return giveUp(tenant, id, epoch, ImportStatus.FAILED, code.name(), reason);
    }

    /// @return false when another run has taken over, or the import has ended
    public boolean cancel(TenantId tenant, UUID id, long epoch) {
        return giveUp(tenant, id, epoch, ImportStatus.CANCELLED, null, null);
    }

    /// @return false when there is nothing left to cancel
    public boolean requestCancel(TenantId tenant, UUID id) {
        return update(REQUEST_CANCEL, tenant, id) > 0;
    }

    private boolean giveUp(
            TenantId tenant,
            UUID id,
            long epoch,
            ImportStatus status,
            @Nullable String code,
            @Nullable String reason) {
        return jdbc.sql(GIVE_UP)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("epoch", epoch)
                        .param("status", status.text())
                        .param("code", code)
                        .param("reason", reason)
                        .update()
                > 0;
    }

    private int update(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id).update();
    }

    private int update(String sql, TenantId tenant, UUID id, long epoch) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("epoch", epoch)
                .update();
    }
}
