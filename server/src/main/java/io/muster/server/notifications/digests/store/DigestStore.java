package io.muster.server.notifications.digests.store;

import io.muster.server.notifications.digests.Rhythm;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `digest` and `digest_email`; call it in a transaction of the tenant.
@Repository
public class DigestStore {
    private static final String WANTED =
            "select source_id, rhythm from digest where tenant_id = :tenant and account_id = :account";

    private static final String DROP =
            """
            delete from digest
             where tenant_id = :tenant and account_id = :account and not (source_id = any (:sources))
            """;

    // Another rhythm is no new wish.
    private static final String WANT =
            """
            insert into digest (tenant_id, source_id, account_id, rhythm)
            select :tenant, s.id, :account, :rhythm from source s where s.tenant_id = :tenant and s.id = :source
            on conflict (tenant_id, source_id, account_id) do update set rhythm = excluded.rhythm
            """;

    // Of a period that was over before anybody wanted its digest there is none.
    private static final String REQUEST =
            """
            insert into digest_email (tenant_id, id, source_id, account_id, begins_at, ends_at)
            select tenant_id, gen_random_uuid(), source_id, account_id, :from, :to
              from digest
             where tenant_id = :tenant and rhythm = :rhythm and created_at < :to
            on conflict (tenant_id, source_id, account_id, begins_at, ends_at) do nothing
            returning id
            """;

    private static final String FIND =
            """
            select e.account_id, e.begins_at, e.ends_at, s.key, s.name
              from digest_email e
              join source s on s.tenant_id = e.tenant_id and s.id = e.source_id
             where e.tenant_id = :tenant and e.id = :id
            """;

    // Who gets the row may send; a claim that nobody released belongs to a sender that died while
    // the mail may have been on its way.
    private static final String CLAIM =
            """
            update digest_email set claimed_at = now()
             where tenant_id = :tenant and id = :id and claimed_at is null
               and requested_at > now() - interval '1 day'
            """;

    private static final String RELEASE =
            """
            update digest_email set claimed_at = null
             where tenant_id = :tenant and id = :id and sent_at is null
            """;

    private static final String SENT =
            "update digest_email set sent_at = now() where tenant_id = :tenant and id = :id";

    private static final String FORGET =
            "delete from digest_email where tenant_id = :tenant and requested_at < now() - make_interval(secs => :seconds)";

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A digest that is to be sent.
    public record Wanted(UUID account, String sourceKey, String sourceName, Rhythm.Period period) {}

    /// What an account wants, by source.
    public Map<UUID, Rhythm> wanted(TenantId tenant, UUID account) {
        Map<UUID, Rhythm> wanted = new HashMap<>();
        jdbc.sql(WANTED)
                .param("tenant", tenant.value())
                .param("account", account)
                .query(row -> {
                    UUID source = row.getObject("source_id", UUID.class);
                    Rhythm.find(row.getString("rhythm"))
                            .ifPresent(rhythm -> wanted.put(source, rhythm));
                });
        return wanted;
    }

    /// @param chosen by source; sources that are not there are passed over
    public void choose(TenantId tenant, UUID account, Map<UUID, Rhythm> chosen) {
        jdbc.sql(DROP)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("sources", chosen.keySet().toArray(UUID[]::new))
                .update();
        chosen.forEach((source, rhythm) ->
                jdbc.sql(WANT)
                        .param("tenant", tenant.value())
                        .param("account", account)
                        .param("source", source)
                        .param("rhythm", rhythm.text())
                        .update());
    }

    /// Asks for the digests of a period that nobody has asked for.
    ///
    /// @return their ids
    public List<UUID> request(TenantId tenant, Rhythm rhythm, Rhythm.Period period) {
        return jdbc.sql(REQUEST)
                .param("tenant", tenant.value())
                .param("rhythm", rhythm.text())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public Optional<Wanted> find(TenantId tenant, UUID id) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(DigestStore::read)
                .optional();
    }

    /// Makes the caller the only one who may send it.
    ///
    /// @return false when it was sent, may have been, or is no longer news
    public boolean claim(TenantId tenant, UUID id) {
        return update(CLAIM, tenant, id);
    }

    /// Lets the next one try, after the mail server refused.
    public void release(TenantId tenant, UUID id) {
        update(RELEASE, tenant, id);
    }

    public void sent(TenantId tenant, UUID id) {
        update(SENT, tenant, id);
    }

    /// Forgets what was sent longer ago.
    public void forget(TenantId tenant, Duration age) {
        jdbc.sql(FORGET)
                .param("tenant", tenant.value())
                .param("seconds", (double) age.toSeconds())
                .update();
    }

    private boolean update(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id).update() > 0;
    }

    private static Wanted read(ResultSet row, int index) throws SQLException {
        return new Wanted(
                row.getObject("account_id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                new Rhythm.Period(
                        row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()));
    }
}
