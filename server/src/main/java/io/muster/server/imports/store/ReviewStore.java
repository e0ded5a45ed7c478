package io.muster.server.imports.store;

import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Reviews and how far they are. A review belongs to the mapping it was made with; another mapping
/// removes it.
@Repository
public class ReviewStore {
    private static final String QUEUE =
            """
            insert into review (tenant_id, import_id, state) values (:tenant, :import, 'queued')
            on conflict (tenant_id, import_id) do update
               set state = 'queued', attempts = 0, dispatched = false, failure_reason = null, finished_at = null
             where review.state = 'failed'
            """;

    private static final String REMOVE =
            "delete from review where tenant_id = :tenant and import_id = :import";

    private static final String REMOVE_ALL = "delete from review where tenant_id = :tenant";

    private static final String REMOVE_UNFINISHED = REMOVE + " and state in ('queued', 'running')";

    // The one that waits longest, if no other is with the workers.
    private static final String DISPATCH =
            """
            update review set dispatched = true
             where tenant_id = :tenant and import_id = (
                   select import_id from review
                    where tenant_id = :tenant and state = 'queued' and not dispatched
                      and not exists (select from review
                                       where tenant_id = :tenant and dispatched and state in ('queued', 'running'))
                    order by created_at, import_id
                    limit 1)
            returning import_id
            """;

    private static final String FORGIVE =
            """
            update review set attempts = attempts - 1
             where tenant_id = :tenant and import_id = :import and epoch = :epoch
            """;

    private static final String FIND =
            "select * from review where tenant_id = :tenant and import_id = :import";

    private static final String BEGIN =
            """
            update review set state = 'running', epoch = nextval('review_epoch'), attempts = attempts + 1
             where tenant_id = :tenant and import_id = :import and state in ('queued', 'running')
            returning epoch, attempts
            """;

    private static final String SAVE =
            """
            update review
               set state = :state, total = :total, created_rows = :created, updated_rows = :updated,
                   unchanged_rows = :unchanged, skipped_rows = :skipped, failed_rows = :failed, warning_rows = :warnings,
                   issues = :issues::jsonb, columns = :columns::jsonb, topics = :topics::jsonb, failure_reason = :reason,
                   finished_at = case when :state in ('done', 'failed') then now() end
             where tenant_id = :tenant and import_id = :import and epoch = :epoch and state = 'running'
            """;

    private static final String FIND_LOCKED = FIND + " for update";

    private static final String REVISE =
            """
            update review
               set created_rows = :created, updated_rows = :updated, unchanged_rows = :unchanged,
                   skipped_rows = :skipped, failed_rows = :failed, warning_rows = :warnings,
                   issues = :issues::jsonb, columns = :columns::jsonb, topics = :topics::jsonb, revised = :revised
             where tenant_id = :tenant and import_id = :import and state = 'done'
            """;

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Also begins one anew that has failed, since what it failed by may be gone.
    ///
    /// @return false when there is one already
    public boolean queue(TenantId tenant, UUID importId) {
        return jdbc.sql(QUEUE).param("tenant", tenant.value()).param("import", importId).update()
                > 0;
    }

    /// Picks the review whose turn has come.
    public Optional<UUID> dispatch(TenantId tenant) {
        return jdbc.sql(DISPATCH)
                .param("tenant", tenant.value())
                .query((row, i) -> row.getObject(1, UUID.class))
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

    public void removeUnfinished(TenantId tenant, UUID importId) {
        jdbc.sql(REMOVE_UNFINISHED)
                .param("tenant", tenant.value())
                .param("import", importId)
                .update();
    }

    public void remove(TenantId tenant, UUID importId) {
        jdbc.sql(REMOVE).param("tenant", tenant.value()).param("import", importId).update();
    }

    public void removeAll(TenantId tenant) {
        jdbc.sql(REMOVE_ALL).param("tenant", tenant.value()).update();
    }

    public Optional<Review> find(TenantId tenant, UUID importId) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(ReviewStore::read)
                .optional();
    }

    /// Finds a review and keeps everyone else from changing it until the transaction ends.
    public Optional<Review> findLocked(TenantId tenant, UUID importId) {
        return jdbc.sql(FIND_LOCKED)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(ReviewStore::read)
                .optional();
    }

    /// Notes what a review says now that rows of it have changed.
    public void revise(TenantId tenant, UUID importId, Review review) {
        counted(jdbc.sql(REVISE), tenant, importId, review)
                .param("revised", review.revised())
                .update();
    }

    /// A run of a review.
    ///
    /// @param attempts how many runs have begun it, this one included
    public record Begun(long epoch, int attempts) {}

    /// Makes the caller the only one who may save; empty when the review is done or gone.
    public Optional<Begun> begin(TenantId tenant, UUID importId) {
        return jdbc.sql(BEGIN)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) -> new Begun(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /// @return false when the review is no longer the caller's, because the mapping changed or
    ///   another node took over
    public boolean save(TenantId tenant, UUID importId, long epoch, Review review) {
        return counted(jdbc.sql(SAVE), tenant, importId, review)
                        .param("epoch", epoch)
                        .param("state", review.state().name().toLowerCase(Locale.ROOT))
                        .param("total", review.total())
                        .param("reason", review.failureReason())
                        .update()
                > 0;
    }

    private static StatementSpec counted(
            StatementSpec statement, TenantId tenant, UUID importId, Review review) {
        return statement
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("created", review.counts().created())
                .param("updated", review.counts().updated())
                .param("unchanged", review.counts().unchanged())
                .param("skipped", review.counts().skipped())
                .param("failed", review.counts().failed())
                .param("warnings", review.counts().warnings())
                .param("issues", Json.write(review.issues()))
                .param("columns", Json.write(review.columns()))
                .param("topics", Json.write(review.topics()));
    }

    private static Review read(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Review(
                Review.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("total"),
                new RowCounts(
                        row.getLong("created_rows"),
                        row.getLong("updated_rows"),
                        row.getLong("unchanged_rows"),
                        row.getLong("skipped_rows"),
                        row.getLong("failed_rows"),
                        row.getLong("warning_rows")),
                Json.read(row.getString("issues"), new TypeReference<>() {}),
                Json.read(row.getString("columns"), new TypeReference<>() {}),
                Json.read(row.getString("topics"), new TypeReference<>() {}),
                row.getLong("revised"),
                row.getString("failure_reason"),
                finished == null ? null : finished.toInstant());
    }
}
