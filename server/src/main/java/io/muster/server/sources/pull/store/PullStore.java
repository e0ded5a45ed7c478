package io.muster.server.sources.pull.store;

import io.muster.server.platform.Ids;
import io.muster.server.platform.Json;
import io.muster.server.sources.pull.Afterwards;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.PullPlace;
import io.muster.server.sources.pull.PullSchedule;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `pull`; call it in a transaction of the tenant.
@Repository
public class PullStore {
    private static final String FIND =
            "select * from pull where tenant_id = :tenant and source_id = :source";

    // Whoever sets it up anew has seen why it stopped.
    private static final String SAVE =
            """
            insert into pull (tenant_id, source_id, place, secrets, files, mapping_id, cron, zone, afterwards, next_at)
            values (:tenant, :source, :place::jsonb, :secrets, :files, :mapping, :cron, :zone, :afterwards, :next)
            on conflict (tenant_id, source_id)
            do update set place = excluded.place, secrets = excluded.secrets, files = excluded.files,
                          mapping_id = excluded.mapping_id, cron = excluded.cron, zone = excluded.zone,
                          afterwards = excluded.afterwards, updated_at = now(), stopped = null,
                          revision = pull.revision + 1,
                          state = case when pull.state = 'stopped' then 'active' else pull.state end,
                          next_at = case when pull.state = 'paused' then null else excluded.next_at end
            """;

    private static final String SECRETS =
            "select secrets from pull where tenant_id = :tenant and source_id = :source";

    private static final String PAUSE =
            """
            update pull set state = 'paused', stopped = null, next_at = null, wanted_at = null,
                            revision = revision + 1, updated_at = now()
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String RESUME =
            """
            update pull set state = 'active', stopped = null, next_at = :next, updated_at = now()
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String STOP =
            """
            update pull set state = 'stopped', stopped = :why, next_at = null, wanted_at = null,
                            revision = revision + 1, updated_at = now()
             where tenant_id = :tenant and source_id = :source
               and run = :run and revision = :revision and state <> 'stopped'
            """;

    // A wish that is older was forgotten by whoever should have granted it.
    private static final String DUE =
            """
            select * from pull
             where tenant_id = :tenant and state = 'active' and next_at <= now() and claimed_until is null
               and (wanted_at is null or wanted_at < now() - interval '1 hour')
               for update skip locked
            """;

    private static final String SET_NEXT =
            """
            update pull set next_at = :next, wanted_at = now()
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String WANT =
            """
            update pull set wanted_at = now()
             where tenant_id = :tenant and source_id = :source
               and (wanted_at is null or wanted_at < now() - interval '1 hour')
            """;

    // Whoever ends a run gives its claim up, so one that has run out is of a server that died.
    private static final String BEREAVE =
            """
            update pull set claimed_until = null, run = null, ended_at = now(),
                            wanted_at = case when state = 'active' then now() end,
                            error = 'The server stopped in the middle of it.'
             where tenant_id = :tenant and claimed_until < now()
            returning source_id, state
            """;

    private static final String IS_CLAIMED =
            """
            select exists (select from pull
                            where tenant_id = :tenant and source_id = :source and claimed_until is not null)
            """;

    // What nobody wants any more is not begun.
    private static final String CLAIM =
            """
            update pull set claimed_until = now() + make_interval(secs => :lease), run = :run,
                            wanted_at = null, began_at = now(), ended_at = null, taken = null, error = null
             where tenant_id = :tenant and source_id = :source
               and (claimed_until is null or claimed_until < now())
               and (state = 'active' or wanted_at is not null)
            returning *
            """;

    private static final String RENEW =
            """
            update pull set claimed_until = now() + make_interval(secs => :lease), taken = :taken
             where tenant_id = :tenant and source_id = :source and run = :run and revision = :revision
            """;

    private static final String END =
            """
            update pull set claimed_until = null, run = null, ended_at = now(), taken = :taken, error = :error,
                            wanted_at = case when :more and revision = :revision then now() end
             where tenant_id = :tenant and source_id = :source and run = :run
            """;

    private static final String DELETE =
            "delete from pull where tenant_id = :tenant and source_id = :source";

    private final JdbcClient jdbc;

    PullStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A pull that somebody looks at.
    ///
    /// @param run tells this look from others
    /// @param revision of the pull, as it was when the look began
    public record Claimed(Pull pull, UUID run, int revision) {}

    public Optional<Pull> find(TenantId tenant, UUID source) {
        return of(FIND, tenant, source).query(PullStore::read).optional();
    }

    /// @param secrets sealed; null for none
    /// @param next when it is due
    public void save(
            TenantId tenant,
            UUID source,
            Pull.Content content,
            PullSchedule schedule,
            Afterwards afterwards,
            byte @Nullable [] secrets,
            @Nullable Instant next) {
        of(SAVE, tenant, source)
                .param("place", Json.write(content.place()))
                .param("secrets", secrets)
                .param("files", content.files())
                .param("mapping", content.mappingId())
                .param("cron", schedule.cron())
                .param("zone", schedule.zone().getId())
                .param("afterwards", afterwards.text())
                .param("next", timestamp(next))
                .update();
    }

    /// @return sealed; empty for none
    public Optional<byte[]> secrets(TenantId tenant, UUID source) {
        return of(SECRETS, tenant, source)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(sealed -> sealed);
    }

    public void pause(TenantId tenant, UUID source) {
        of(PAUSE, tenant, source).update();
    }

    /// @param next when it is due
    public void resume(TenantId tenant, UUID source, @Nullable Instant next) {
        of(RESUME, tenant, source).param("next", timestamp(next)).update();
    }

    /// Those whose time has come, and that nobody looks at or is about to.
    public List<Pull> due(TenantId tenant) {
        return jdbc.sql(DUE).param("tenant", tenant.value()).query(PullStore::read).list();
    }

    /// Notes that one that was due is about to begin, and when it is due again.
    public void setNext(TenantId tenant, UUID source, @Nullable Instant next) {
        of(SET_NEXT, tenant, source).param("next", timestamp(next)).update();
    }

    /// Notes that somebody waits for a run.
    ///
    /// @return false when somebody does already
    public boolean want(TenantId tenant, UUID source) {
        return of(WANT, tenant, source).update() > 0;
    }

    /// Ends the runs of servers that have died.
    ///
    /// @return the sources for which they should begin again
    public List<UUID> bereave(TenantId tenant) {
        return jdbc
                .sql(BEREAVE)
                .param("tenant", tenant.value())
                .query((row, number) ->
                        "active".equals(row.getString("state"))
                                ? Optional.of(row.getObject("source_id", UUID.class))
                                : Optional.<UUID>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether somebody looks.
    public boolean isClaimed(TenantId tenant, UUID source) {
        return of(IS_CLAIMED, tenant, source).query(Boolean.class).single();
    }

    /// Makes the caller the only one who looks, for some time; empty when somebody else does, or
    /// nobody wants it any more.
    public Optional<Claimed> claim(TenantId tenant, UUID source, Duration lease) {
        return of(CLAIM, tenant, source)
                .param("lease", (double) lease.toSeconds())
                .param("run", Ids.next())
                .query((row, number) ->
                        new Claimed(
                                read(row, number),
                                row.getObject("run", UUID.class),
                                row.getInt("revision")))
                .optional();
    }

    /// @param taken files so far
    /// @return false when the look should end: the pull is gone or was changed, or another looks
    public boolean renew(TenantId tenant, Claimed claimed, Duration lease, int taken) {
        return of(RENEW, tenant, claimed)
                        .param("lease", (double) lease.toSeconds())
                        .param("taken", taken)
                        .update()
                > 0;
    }

    /// @return false when it is not for this look to stop it
    public boolean stop(TenantId tenant, Claimed claimed, String why) {
        return of(STOP, tenant, claimed).param("why", why).update() > 0;
    }

    /// @param taken files of the run
    /// @param error what went wrong; null for nothing
    /// @param more whether another run follows at once
    public void end(
            TenantId tenant, Claimed claimed, int taken, @Nullable String error, boolean more) {
        of(END, tenant, claimed)
                .param("taken", taken)
                .param("error", error)
                .param("more", more)
                .update();
    }

    /// @return false when there is none
    public boolean delete(TenantId tenant, UUID source) {
        return of(DELETE, tenant, source).update() > 0;
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, UUID source) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("source", source);
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, Claimed claimed) {
        return of(sql, tenant, claimed.pull().sourceId())
                .param("run", claimed.run())
                .param("revision", claimed.revision());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Pull read(ResultSet row, int index) throws SQLException {
        return new Pull(
                row.getObject("source_id", UUID.class),
                Json.read(row.getString("place"), PullPlace.class),
                row.getBytes("secrets") != null,
                row.getString("files"),
                row.getObject("mapping_id", UUID.class),
                new PullSchedule(row.getString("cron"), ZoneId.of(row.getString("zone"))),
                Afterwards.find(row.getString("afterwards")).orElse(Afterwards.LEAVE),
                Pull.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("stopped"),
                instant(row, "next_at"),
                instant(row, "wanted_at"),
                instant(row, "began_at"),
                instant(row, "ended_at"),
                row.getObject("taken", Integer.class),
                row.getString("error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
