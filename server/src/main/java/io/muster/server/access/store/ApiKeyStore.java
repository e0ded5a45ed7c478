package io.muster.server.access.store;

import io.muster.server.access.ApiKey;
import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Scope;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
                (tenant_id, id, name, prefix, key_hash, scopes, expires_at, created_by,
                 created_by_name)
            values (:tenant, :id, :name, :prefix, :hash, :scopes, :expires, :by, :byName)
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
            update api_key set revoked_at = now()
            where tenant_id = :tenant and id = :id and revoked_at is null
            """;

    private static final String HAS =
            "select exists (select from api_key where tenant_id = :tenant and id = :id)";

    private static final String OPEN_OF =
            """
            select created_by, name
            from api_key
            where tenant_id = :tenant and created_by = any (:makers)
              and revoked_at is null
              and (expires_at is null or expires_at > now())
            order by id
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
            @Nullable Caller by) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", hash)
                .param("scopes", scopes.stream().map(Scope::toString).toArray(String[]::new))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param(
                        "by",
                        by instanceof MemberCaller member ? member.accountId() : null,
                        Types.OTHER)
                .param("byName", by == null ? null : by.displayName(), Types.VARCHAR)
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

    public boolean has(TenantId tenant, UUID id) {
        return jdbc.sql(HAS)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// The names of the keys that work, by which of these members has made them.
    public Map<UUID, List<String>> openOf(TenantId tenant, Collection<UUID> makers) {
        Map<UUID, List<String>> found = new HashMap<>();
        jdbc.sql(OPEN_OF)
                .param("tenant", tenant.value())
                .param("makers", makers.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("created_by", UUID.class),
                                    maker -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return found;
    }

    /// False if the tenant has no such key, or has ended it before.
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
