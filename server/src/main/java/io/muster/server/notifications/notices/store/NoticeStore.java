package io.muster.server.notifications.notices.store;

import io.muster.server.notifications.notices.Notice;
import io.muster.server.notifications.notices.NoticeKind;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The table `notice`; call it in a transaction of the tenant.
@Repository
public class NoticeStore {
    private static final String INSERT =
            """
            insert into notice (tenant_id, id, account_id, kind, subject, path, words)
            values (:tenant, :id, :account, :kind, :subject, :path, :words::jsonb)
            on conflict (tenant_id, account_id, kind, subject) do nothing
            """;

    private static final String LIST =
            """
            select * from notice
             where tenant_id = :tenant and account_id = :account and (:before::uuid is null or id < :before)
             order by id desc
             limit :limit
            """;

    private static final String UNREAD =
            """
            select count(*) from notice
             where tenant_id = :tenant and account_id = :account and read_at is null
            """;

    private static final String READ =
            """
            update notice set read_at = coalesce(read_at, now())
             where tenant_id = :tenant and account_id = :account and id = :id
            returning path
            """;

    private static final String READ_ALL =
            """
            update notice set read_at = now()
             where tenant_id = :tenant and account_id = :account and read_at is null
            """;

    private static final String FORGET =
            """
            delete from notice
             where tenant_id = :tenant and created_at < now() - make_interval(secs => :seconds)
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tells a member, unless they were told of the same before.
    public void insert(
            TenantId tenant,
            UUID account,
            UUID id,
            NoticeKind kind,
            String subject,
            String path,
            List<Object> words) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("account", account)
                .param("kind", kind.text())
                .param("subject", subject)
                .param("path", path)
                .param("words", Json.write(words))
                .update();
    }

    /// Newest first.
    ///
    /// @param before null from the newest
    public List<Notice> list(TenantId tenant, UUID account, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(NoticeStore::read)
                .list();
    }

    public long unread(TenantId tenant, UUID account) {
        return jdbc.sql(UNREAD)
                .param("tenant", tenant.value())
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// @return where it leads; empty when the account has no such notice
    public Optional<String> read(TenantId tenant, UUID account, UUID id) {
        return jdbc.sql(READ)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public void readAll(TenantId tenant, UUID account) {
        jdbc.sql(READ_ALL).param("tenant", tenant.value()).param("account", account).update();
    }

    /// Forgets what is older.
    public void forget(TenantId tenant, Duration age) {
        jdbc.sql(FORGET)
                .param("tenant", tenant.value())
                .param("seconds", (double) age.toSeconds())
                .update();
    }

    private static Notice read(ResultSet row, int index) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                NoticeKind.of(row.getString("kind")),
                row.getString("path"),
                Json.read(row.getString("words"), new TypeReference<List<Object>>() {}),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
