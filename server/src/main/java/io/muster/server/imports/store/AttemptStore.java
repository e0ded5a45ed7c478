package io.muster.server.imports.store;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.RowCounts;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Later attempts at the rows of an import: begun, moved on by batches, and ended. Until a row has
/// its new outcome, the old one stands. All moves carry the run's epoch.
@Repository
public class AttemptStore {
    // The first attempt has no record before there is a second one.
    private static final String RECORD_FIRST =
            """
            insert into import_attempt (tenant_id, import_id, attempt, status, failure_code, failure_reason,
                                        started_at, finished_at)
            select tenant_id, id, 1, status, failure_code, failure_reason, started_at, finished_at
              from import
             where tenant_id = :tenant and id = :id and attempt = 1
            on conflict do nothing
            """;

    private static final String BEGIN =
            """
            update import
               set attempt = attempt + 1, former_status = status, former_code = failure_code,
                   former_reason = failure_reason, retry_rows = :rows, retry_done = 0, retry_cursor = 0,
                   status = 'queued', queued_at = now(), dispatched = false, cancel_requested = false, attempts = 0,
                   started_at = null, finished_at = null, failure_code = null, failure_reason = null,
                   unprocessed_rows = 0
             where tenant_id = :tenant and id = :id and status in ('completed', 'failed', 'cancelled')
            """;

    // Each row that gets a new outcome loses an old one, so the sum stays.
    private static final String ADVANCE =
            """
            update import
               set retry_cursor = :last_row, retry_done = retry_done + :rows, attempts = 0,
                   created_rows = created_rows + :created, updated_rows = updated_rows + :updated,
                   unchanged_rows = unchanged_rows + :unchanged,
                   skipped_rows = skipped_rows + :skipped, failed_rows = failed_rows + :failed,
                   warning_rows = warning_rows + :warnings
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
               and retry_cursor = :after
            returning cancel_requested
            """;

    private static final String SETTLE =
            """
            update import set attempts = 0
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
               and retry_cursor = :last_row
            """;

    private static final String POST_PROCESS =
            """
            update import set status = 'post_processing'
             where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'
            """;

    private static final String RECORD =
            """
            insert into import_attempt (tenant_id, import_id, attempt, status, failure_code, failure_reason,
                                        started_at, finished_at)
            select tenant_id, id, attempt, :status, :code, :reason, started_at, now()
              from import
             where tenant_id = :tenant and id = :id and epoch = :epoch and former_status is not null
               and status in ('queued', 'processing', 'post_processing')
            """;

    private static final String END =
            """
            update import
               set status = former_status, failure_code = former_code, failure_reason = former_reason,
                   former_status = null, former_code = null, former_reason = null,
                   started_at = coalesce(started_at, queued_at), finished_at = now(), unprocessed_rows = total - cursor_row
             where tenant_id = :tenant and id = :id and epoch = :epoch and former_status is not null
            """;

    private static final String LIST =
            """
            select * from import_attempt where tenant_id = :tenant and import_id = :id order by attempt
            """;

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An attempt that is over.
    public record Ended(
            int attempt,
            ImportStatus status,
            @Nullable String failureReason,
            @Nullable Instant startedAt,
            Instant finishedAt) {}

    /// Begins the next attempt of an import that has ended.
    ///
    /// @param rows how many rows it takes up
    /// @return false when the import is not at an end
    public boolean begin(TenantId tenant, UUID id, long rows) {
        jdbc.sql(RECORD_FIRST).param("tenant", tenant.value()).param("id", id).update();
        return jdbc.sql(BEGIN)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("rows", rows)
                        .update()
                > 0;
    }

    /// Moves the attempt behind a batch, in a transaction that commits without waiting for the
    /// disk.
    ///
    /// @param after number of the last row before the batch
    /// @param outcomes of its rows
    /// @param former outcomes of the same rows
    /// @return whether somebody wants the attempt cancelled; empty when another run has taken over,
    ///   or the attempt does not stand right before the batch
    public Optional<Boolean> advance(
            TenantId tenant,
            UUID id,
            long epoch,
            long after,
            long lastRow,
            RowCounts outcomes,
            RowCounts former) {
        jdbc.sql(RunStore.NEED_NOT_WAIT).update();
        return jdbc.sql(ADVANCE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("epoch", epoch)
                .param("after", after)
                .param("last_row", lastRow)
                .param("rows", outcomes.processed())
                .param("created", outcomes.created())
                .param("updated", outcomes.updated())
                .param("unchanged", outcomes.unchanged())
                .param("skipped", outcomes.skipped() - former.skipped())
                .param("failed", outcomes.failed() - former.failed())
                .param("warnings", outcomes.warnings())
                .query(Boolean.class)
                .optional();
    }

    /// Waits for the disk, with a commit that does.
    ///
    /// @return false when another run has taken over, or the attempt does not stand at the row
    public boolean settle(TenantId tenant, UUID id, long epoch, long lastRow) {
        return jdbc.sql(SETTLE)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("epoch", epoch)
                        .param("last_row", lastRow)
                        .update()
                > 0;
    }

    /// @return false when another run has taken over
    public boolean postProcess(TenantId tenant, UUID id, long epoch) {
        return jdbc.sql(POST_PROCESS)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("epoch", epoch)
                        .update()
                > 0;
    }

    /// Ends the attempt; the import is again as it had ended before, with what the attempt has
    /// done.
    ///
    /// @param status how the attempt ended
    /// @return false when another run has taken over, or the attempt has ended
    public boolean end(
            TenantId tenant,
            UUID id,
            long epoch,
            ImportStatus status,
            @Nullable Code code,
            @Nullable String reason) {
        int recorded =
                jdbc.sql(RECORD)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("epoch", epoch)
                        .param("status", status.text())
                        .param("code", code == null ? null : code.name())
                        .param("reason", reason)
                        .update();
        return recorded > 0
                && jdbc.sql(END)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("epoch", epoch)
                                .update()
                        > 0;
    }

    /// The attempts that are over, once there was more than one.
    public List<Ended> list(TenantId tenant, UUID id) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(AttemptStore::read)
                .list();
    }

    private static Ended read(ResultSet row, int index) throws SQLException {
        OffsetDateTime started = row.getObject("started_at", OffsetDateTime.class);
        return new Ended(
                row.getInt("attempt"),
                ImportStatus.of(row.getString("status")),
                row.getString("failure_reason"),
                started == null ? null : started.toInstant(),
                row.getObject("finished_at", OffsetDateTime.class).toInstant());
    }
}
