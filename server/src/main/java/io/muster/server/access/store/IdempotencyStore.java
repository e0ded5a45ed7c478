package io.muster.server.access.store;

import io.muster.server.tenants.TenantId;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `idempotency_key`; call it in a transaction of the tenant.
@Repository
public class IdempotencyStore {
    // Held to the end of the transaction, so a crashed attempt blocks nobody.
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(:lock)";

    private static final String FIND =
            """
            select request, status, content_type, location, body
            from idempotency_key
            where tenant_id = :tenant and key = :key and created_at > now() - interval '24 hours'
            """;

    private static final String FORGET_OLD =
            """
            delete from idempotency_key
            where tenant_id = :tenant and created_at <= now() - interval '24 hours'
            """;

    private static final String INSERT =
            """
            insert into idempotency_key
                (tenant_id, key, request, status, content_type, location, body)
            values (:tenant, :key, :request, :status, :contentType, :location, :body)
            """;

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An answer as it is kept: its body sealed.
    ///
    /// @param request the print of the request that it answered
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(
            byte[] request,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /// False while another attempt with the same key is under way, on whatever node.
    public boolean tryLock(TenantId tenant, byte[] key) {
        long lock = ByteBuffer.wrap(key).getLong() ^ tenant.value().getLeastSignificantBits();
        return jdbc.sql(TRY_LOCK).param("lock", lock).query(Boolean.class).single();
    }

    public Optional<Kept> find(TenantId tenant, byte[] key) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("key", key)
                .query((row, number) ->
                        new Kept(
                                row.getBytes("request"),
                                row.getInt("status"),
                                row.getString("content_type"),
                                row.getString("location"),
                                row.getBytes("body")))
                .optional();
    }

    public void insert(TenantId tenant, byte[] key, Kept answer) {
        jdbc.sql(FORGET_OLD).param("tenant", tenant.value()).update();
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("key", key)
                .param("request", answer.request())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }
}
