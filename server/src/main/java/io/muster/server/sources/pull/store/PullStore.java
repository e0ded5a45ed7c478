package io.muster.server.sources.pull.store;

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
                          state = case when pull.state = 'stopped' then 'active' else pull.state end,
                          next_at = case when pull.state = 'paused' then null else excluded.next_at end
            """;

    private static final String SECRETS =
            "select secrets from pull where tenant_id = :tenant and source_id = :source";

    private static final String SET_STATE =
            """
            update pull set state = :state, stopped = :stopped, next_at = :next, updated_at = now()
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String DUE =
            """
            select * from pull where tenant_id = :tenant and state = 'active' and next_at <= now()
               for update skip locked
            """;

    private static final String SET_NEXT =
            "update pull set next_at = :next where tenant_id = :tenant and source_id = :source";

    private static final String WANT =
            "update pull set wanted_at = now() where tenant_id = :tenant and source_id = :source";

    private static final String CLAIM =
            """
            update pull set claimed_until = now() + make_interval(secs => :lease),
                            wanted_at = null, began_at = now(), ended_at = null, taken = null, error = null
             where tenant_id = :tenant and source_id = :source
               and (claimed_until is null or claimed_until < now())
            returning *
            """;

    private static final String RENEW =
            """
            update pull set claimed_until = now() + make_interval(secs => :lease), taken = :taken
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String END =
            """
            update pull set claimed_until = null, wanted_at = null, ended_at = now(), taken = :taken, error = :error
             where tenant_id = :tenant and source_id = :source
            """;

    private static final String DELETE =
            "delete from pull where tenant_id = :tenant and source_id = :source";

    private final JdbcClient jdbc;

    PullStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Pull> find(TenantId tenant, UUID source) {
        return of(FIND, tenant, source).query(PullStore::read).optional();
    }

    /// @param secrets sealed; null for none
    /// @param next when it is due
    public void save(
            TenantId tenant,
            UUID source,
            Pull.Content content,
            Afterwards afterwards,
            byte @Nullable [] secrets,
            @Nullable Instant next) {
        of(SAVE, tenant, source)
                .param("place", Json.write(content.place()))
                .param("secrets", secrets)
                .param("files", content.files())
                .param("mapping", content.mappingId())
                .param("cron", content.cron())
                .param("zone", content.zone())
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

    /// @param stopped why it has stopped by itself
    /// @param next when it is due
    public void setState(
            TenantId tenant,
            UUID source,
            Pull.State state,
            @Nullable String stopped,
            @Nullable Instant next) {
        of(SET_STATE, tenant, source)
                .param("state", state.text())
                .param("stopped", stopped)
                .param("next", timestamp(next))
                .update();
    }

    /// Those whose time has come, and that nobody else is just looking at.
    public List<Pull> due(TenantId tenant) {
        return jdbc.sql(DUE).param("tenant", tenant.value()).query(PullStore::read).list();
    }

    public void setNext(TenantId tenant, UUID source, @Nullable Instant next) {
        of(SET_NEXT, tenant, source).param("next", timestamp(next)).update();
    }

    /// Notes that somebody waits for a run.
    public void want(TenantId tenant, UUID source) {
        of(WANT, tenant, source).update();
    }

    /// Makes the caller the only one who looks, for some time; empty when somebody else does.
    public Optional<Pull> claim(TenantId tenant, UUID source, Duration lease) {
        return of(CLAIM, tenant, source)
                .param("lease", (double) lease.toSeconds())
                .query(PullStore::read)
                .optional();
    }

    /// @param taken files so far
    public void renew(TenantId tenant, UUID source, Duration lease, int taken) {
        of(RENEW, tenant, source)
                .param("lease", (double) lease.toSeconds())
                .param("taken", taken)
                .update();
    }

    /// @param taken files of the run
    /// @param error what went wrong; null for nothing
    public void end(TenantId tenant, UUID source, int taken, @Nullable String error) {
        of(END, tenant, source).param("taken", taken).param("error", error).update();
    }

    /// @return false when there is none
    public boolean delete(TenantId tenant, UUID source) {
        return of(DELETE, tenant, source).update() > 0;
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, UUID source) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("source", source);
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
