package io.muster.server.exports.store;

import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.exports.Export;
import io.muster.server.exports.ExportFormat;
import io.muster.server.exports.ExportStatus;
import io.muster.server.files.StoredFile;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The table `export`; call it in a transaction of the tenant. What a run says carries its epoch.
@Repository
public class ExportStore {
    private static final String INSERT =
            """
            insert into export (tenant_id, id, format, segment_id, segment_name, filter, file_name, created_by_name)
            values (:tenant, :id, :format, :segment_id, :segment_name, :filter::jsonb, :file_name, :by)
            """;

    private static final String FIND =
            "select * from export where tenant_id = :tenant and id = :id";

    private static final String LIST =
            """
            select * from export
             where tenant_id = :tenant and (:before::uuid is null or id < :before)
             order by id desc
             limit :limit
            """;

    // The one that waits longest, if no other is with the workers.
    private static final String DISPATCH =
            """
            update export set dispatched = true
             where tenant_id = :tenant and id = (
                   select id from export
                    where tenant_id = :tenant and status = 'queued' and not dispatched
                      and not exists (select from export
                                       where tenant_id = :tenant and dispatched
                                         and status in ('queued', 'processing'))
                    order by id
                    limit 1)
            returning id
            """;

    private static final String TAKE_OVER =
            """
            update export
               set status = 'processing', epoch = epoch + 1, attempts = attempts + 1, written_rows = 0,
                   started_at = coalesce(started_at, now())
             where tenant_id = :tenant and id = :id and status in ('queued', 'processing')
            returning *
            """;

    private static final String MINE =
            " where tenant_id = :tenant and id = :id and epoch = :epoch and status = 'processing'";

    private static final String PROGRESS =
            "update export set total = :total, written_rows = :rows" + MINE;

    private static final String FORGIVE = "update export set attempts = attempts - 1" + MINE;

    private static final String COMPLETE =
            """
            update export
               set status = 'completed', total = :rows, written_rows = :rows, file_id = :file, file_size = :size,
                   finished_at = now(), expires_at = now() + make_interval(secs => :kept)
            """
                    + MINE;

    private static final String FAIL =
            "update export set status = 'failed', failure_reason = :reason, finished_at = now()"
                    + MINE;

    private static final String EXPIRE =
            """
            update export set status = 'expired', expires_at = now(), finished_at = coalesce(finished_at, now())
             where tenant_id = :tenant
            """;

    private static final String EXPIRE_ONE = EXPIRE + " and id = :id and status <> 'expired'";

    private static final String EXPIRE_ALL = EXPIRE + " and status = 'completed'";

    private static final String EXPIRE_DUE = EXPIRE_ALL + " and expires_at <= now()";

    // Those that only wait are held here too, so that none is taken over before the end of the
    // transaction.
    private static final String RESTART =
            """
            with held as materialized (
                 select id, status from export
                  where tenant_id = :tenant and status in ('queued', 'processing')
                    for update)
            update export e set status = 'queued', epoch = e.epoch + 1, attempts = 0
              from held
             where e.tenant_id = :tenant and e.id = held.id and held.status = 'processing'
            returning e.id
            """;

    private static final String LEFTOVERS =
            "select id, file_id from export where tenant_id = :tenant and status = 'expired' and file_id is not null";

    private static final String FORGET_FILE =
            "update export set file_id = null where tenant_id = :tenant and id = :id and status = 'expired'";

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What somebody asks for.
    public record Wanted(
            UUID id,
            ExportFormat format,
            @Nullable UUID segmentId,
            @Nullable String segmentName,
            @Nullable FilterNode filter,
            String fileName,
            String by) {}

    /// A file that is to go.
    public record Leftover(UUID export, String fileId) {}

    public void lock(TenantId tenant) {
        AdvisoryLock.EXPORTS.take(jdbc, tenant.toString());
    }

    public void insert(TenantId tenant, Wanted wanted) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", wanted.id())
                .param("format", wanted.format().text())
                .param("segment_id", wanted.segmentId())
                .param("segment_name", wanted.segmentName())
                .param("filter", wanted.filter() == null ? null : Json.write(wanted.filter()))
                .param("file_name", wanted.fileName())
                .param("by", wanted.by())
                .update();
    }

    public Optional<Export> find(TenantId tenant, UUID id) {
        return of(FIND, tenant, id).query(ExportStore::read).optional();
    }

    /// @param before only older ones than this; null from the newest
    public List<Export> list(TenantId tenant, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("before", before)
                .param("limit", limit)
                .query(ExportStore::read)
                .list();
    }

    /// Picks the export whose turn has come.
    public Optional<UUID> dispatch(TenantId tenant) {
        return jdbc.sql(DISPATCH).param("tenant", tenant.value()).query(UUID.class).optional();
    }

    /// Makes the caller the only one who can end the export; empty when there is nothing left to
    /// do.
    public Optional<Export> takeOver(TenantId tenant, UUID id) {
        return of(TAKE_OVER, tenant, id).query(ExportStore::read).optional();
    }

    /// @return false when the export is no longer this run's
    public boolean progress(TenantId tenant, Export run, long total, long rows) {
        return of(PROGRESS, tenant, run).param("total", total).param("rows", rows).update() > 0;
    }

    /// Does not count a run that was asked to pause.
    public void forgive(TenantId tenant, Export run) {
        of(FORGIVE, tenant, run).update();
    }

    /// @param kept how long the file stays
    /// @return false when the export is no longer this run's
    public boolean complete(
            TenantId tenant, Export run, StoredFile file, long rows, Duration kept) {
        return of(COMPLETE, tenant, run)
                        .param("rows", rows)
                        .param("file", file.id())
                        .param("size", file.size())
                        .param("kept", kept.toSeconds())
                        .update()
                > 0;
    }

    public void fail(TenantId tenant, Export run, String reason) {
        of(FAIL, tenant, run).param("reason", reason).update();
    }

    public void expire(TenantId tenant, UUID id) {
        of(EXPIRE_ONE, tenant, id).update();
    }

    public void expireAll(TenantId tenant) {
        jdbc.sql(EXPIRE_ALL).param("tenant", tenant.value()).update();
    }

    /// Those whose time has passed.
    public void expireDue(TenantId tenant) {
        jdbc.sql(EXPIRE_DUE).param("tenant", tenant.value()).update();
    }

    /// Takes exports away from the runs that make them, and lets none begin before the transaction
    /// has ended.
    public List<UUID> restart(TenantId tenant) {
        return jdbc.sql(RESTART)
                .param("tenant", tenant.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public List<Leftover> leftovers(TenantId tenant) {
        return jdbc.sql(LEFTOVERS)
                .param("tenant", tenant.value())
                .query((row, number) ->
                        new Leftover(row.getObject("id", UUID.class), row.getString("file_id")))
                .list();
    }

    public void forgetFile(TenantId tenant, Leftover file) {
        of(FORGET_FILE, tenant, file.export()).update();
    }

    private StatementSpec of(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id);
    }

    private StatementSpec of(String sql, TenantId tenant, Export run) {
        return of(sql, tenant, run.id()).param("epoch", run.epoch());
    }

    private static Export read(ResultSet row, int number) throws SQLException {
        String filter = row.getString("filter");
        return new Export(
                row.getObject("id", UUID.class),
                ExportStatus.of(row.getString("status")),
                ExportFormat.find(row.getString("format")).orElseThrow(),
                row.getObject("segment_id", UUID.class),
                row.getString("segment_name"),
                filter == null ? null : Json.read(filter, FilterNode.class),
                row.getString("created_by_name"),
                row.getLong("epoch"),
                row.getInt("attempts"),
                row.getObject("total", Long.class),
                row.getLong("written_rows"),
                row.getString("file_name"),
                row.getString("file_id"),
                row.getObject("file_size", Long.class),
                row.getString("failure_reason"),
                instant(row, "created_at"),
                optionalInstant(row, "started_at"),
                optionalInstant(row, "finished_at"),
                optionalInstant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
