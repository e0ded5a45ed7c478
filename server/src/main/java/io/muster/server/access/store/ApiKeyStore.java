package io.muster.server.access.store;

import io.muster.server.access.ApiKey;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.Scope;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `api_key`.
@Repository
public class ApiKeyStore {
    private static final String INSERT =
            """
            insert into api_key
                (tenant_id, id, name, prefix, key_hash, scopes, expires_at, created_by_name)
            values (:tenant, :id, :name, :prefix, :hash, :scopes, :expires, :by)
            """;

    // Opens, for this transaction, the one row whose key the caller has shown.
    private static final String PRESENT = "select set_config('muster.key_hash', :hash, true)";

    private static final String FIND_VALID =
            """
            select tenant_id, id, name, scopes
            from api_key
            where key_hash = :hash
              and revoked_at is null
              and (expires_at is null or expires_at > now())
            """;

    // To the minute is enough to see whether a key is still in use, and spares a write per call.
    private static final String TOUCH =
            """
            update api_key set last_used_at = now()
            where tenant_id = :tenant and id = :id
              and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """;

    private static final String LIST =
            """
            select id, name, prefix, scopes, created_by_name, created_at, expires_at, revoked_at,
                   last_used_at
            from api_key
            where tenant_id = :tenant and (cast(:after as uuid) is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String REVOKE =
            """
            update api_key set revoked_at = coalesce(revoked_at, now())
            where tenant_id = :tenant and id = :id
            """;

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            TenantId tenant,
            UUID id,
            String name,
            String prefix,
            byte[] hash,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable String by) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", hash)
                .param("scopes", scopes.stream().map(Scope::toString).toArray(String[]::new))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.VARCHAR)
                .update();
    }

    /// The valid key with this hash, whoever's it is; call it in a transaction of no tenant.
    public Optional<KeyCaller> findValid(byte[] hash) {
        jdbc.sql(PRESENT)
                .param("hash", HexFormat.of().formatHex(hash))
                .query(String.class)
                .single();
        return jdbc.sql(FIND_VALID)
                .param("hash", hash)
                .query((row, number) ->
                        new KeyCaller(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                scopes(row)))
                .optional();
    }

    public void touch(TenantId tenant, UUID id) {
        jdbc.sql(TOUCH).param("tenant", tenant.value()).param("id", id).update();
    }

    public List<ApiKey> list(TenantId tenant, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) ->
                        new ApiKey(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("prefix"),
                                scopes(row),
                                row.getString("created_by_name"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                instant(row, "expires_at"),
                                instant(row, "revoked_at"),
                                instant(row, "last_used_at")))
                .list();
    }

    /// False if the tenant has no such key.
    public boolean revoke(TenantId tenant, UUID id) {
        return jdbc.sql(REVOKE).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String text : (String[]) row.getArray("scopes").getArray()) {
            Scope.find(text).ifPresent(scopes::add);
        }
        return scopes;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
