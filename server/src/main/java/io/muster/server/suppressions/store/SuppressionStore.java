package io.muster.server.suppressions.store;

import io.muster.server.suppressions.SuppressionKind;
import io.muster.server.tenants.TenantId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `suppression`; call it in a transaction of the tenant.
@Repository
public class SuppressionStore {
    private static final int ROWS_A_STATEMENT = 10_000;

    private static final String INSERT =
            """
            insert into suppression (tenant_id, id, kind, hash, sealed, reason, created_by_name)
            select :tenant, id, kind, hash, sealed, reason, :by
              from unnest(:ids, :kinds, :hashes, :sealed, :reasons)
                   as s (id, kind, hash, sealed, reason)
            on conflict (tenant_id, hash) do nothing
            """;

    private static final String COLUMNS =
            "select id, kind, sealed, reason, created_by_name, created_at from suppression ";

    private static final String LIST =
            COLUMNS
                    + """
                    where tenant_id = :tenant
                      and (:kind::text is null or kind = :kind)
                      and (:after::uuid is null or id < :after)
                    order by id desc
                    limit :limit
                    """;

    private static final String FIND = COLUMNS + "where tenant_id = :tenant and hash = :hash";

    private static final String COUNT =
            "select count(*) from suppression where tenant_id = :tenant";

    // Each by itself: thousands at once look to the planner like reason enough to read all.
    private static final String AMONG =
            """
            select found.hash
              from unnest(:hashes) as wanted (hash)
             cross join lateral (
                   select hash from suppression
                    where tenant_id = :tenant and hash = wanted.hash
                    limit 1) as found
            """;

    private static final String DELETE =
            "delete from suppression where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    SuppressionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A value that is to be kept.
    public record Sealed(
            UUID id, SuppressionKind kind, byte[] hash, byte[] sealed, String reason) {}

    /// A value that is kept.
    public record Row(
            UUID id,
            SuppressionKind kind,
            byte[] sealed,
            String reason,
            String createdBy,
            Instant createdAt) {}

    /// @return how many were not there yet
    public int insert(TenantId tenant, String by, List<Sealed> values) {
        int inserted = 0;
        for (int from = 0; from < values.size(); from += ROWS_A_STATEMENT) {
            List<Sealed> some =
                    values.subList(from, Math.min(values.size(), from + ROWS_A_STATEMENT));
            inserted +=
                    jdbc.sql(INSERT)
                            .param("tenant", tenant.value())
                            .param("by", by)
                            .param("ids", some.stream().map(Sealed::id).toArray(UUID[]::new))
                            .param("kinds", texts(some, one -> one.kind().text()))
                            .param("hashes", some.stream().map(Sealed::hash).toArray(byte[][]::new))
                            .param(
                                    "sealed",
                                    some.stream().map(Sealed::sealed).toArray(byte[][]::new))
                            .param("reasons", texts(some, Sealed::reason))
                            .update();
        }
        return inserted;
    }

    public List<Row> list(
            TenantId tenant, @Nullable SuppressionKind kind, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("kind", kind == null ? null : kind.text())
                .param("after", after)
                .param("limit", limit)
                .query(SuppressionStore::row)
                .list();
    }

    public Optional<Row> find(TenantId tenant, byte[] hash) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("hash", hash)
                .query(SuppressionStore::row)
                .optional();
    }

    public long count(TenantId tenant) {
        return jdbc.sql(COUNT).param("tenant", tenant.value()).query(Long.class).single();
    }

    /// Those of the hashes that stand in it.
    public List<ByteBuffer> among(TenantId tenant, Collection<ByteBuffer> hashes) {
        return jdbc.sql(AMONG)
                .param("tenant", tenant.value())
                .param("hashes", hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((row, i) -> ByteBuffer.wrap(row.getBytes(1)))
                .list();
    }

    public boolean delete(TenantId tenant, UUID id) {
        return jdbc.sql(DELETE).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static String[] texts(List<Sealed> values, Function<Sealed, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                SuppressionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBytes("sealed"),
                row.getString("reason"),
                row.getString("created_by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
