package io.muster.server.sources.store;

import io.muster.server.imports.ImportSettings;
import io.muster.server.platform.Json;
import io.muster.server.sources.Source;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `source`; call it in a transaction of the tenant.
@Repository
public class SourceStore {
    private static final String LIST =
            """
            select * from source
             where tenant_id = :tenant and (:after::text is null or key > :after)
             order by key
             limit :limit
            """;
    private static final String FIND =
            "select * from source where tenant_id = :tenant and key = :key";
    private static final String BY_ID =
            "select * from source where tenant_id = :tenant and id = :id";
    private static final String COUNT = "select count(*) from source where tenant_id = :tenant";
    private static final String INSERT =
            """
            insert into source (tenant_id, id, key, name, settings)
            values (:tenant, :id, :key, :name, :settings::jsonb)
            on conflict (tenant_id, key) do nothing
            """;
    private static final String UPDATE =
            """
            update source set name = :name, settings = :settings::jsonb, updated_at = now()
             where tenant_id = :tenant and id = :id
            """;
    private static final String SECRET =
            "update source set webhook_secret = :secret, updated_at = now() where tenant_id = :tenant and id = :id";
    private static final String DELETE =
            "delete from source where tenant_id = :tenant and key = :key";

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Source> list(TenantId tenant, @Nullable String after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("limit", limit)
                .query(SourceStore::read)
                .list();
    }

    public Optional<Source> find(TenantId tenant, String key) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("key", key)
                .query(SourceStore::read)
                .optional();
    }

    public Optional<Source> find(TenantId tenant, UUID id) {
        return jdbc.sql(BY_ID)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(SourceStore::read)
                .optional();
    }

    public int count(TenantId tenant) {
        return jdbc.sql(COUNT).param("tenant", tenant.value()).query(Integer.class).single();
    }

    /// @return false when the key is taken
    public boolean insert(
            TenantId tenant, UUID id, String key, String name, ImportSettings settings) {
        return jdbc.sql(INSERT)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("key", key)
                        .param("name", name)
                        .param("settings", Json.write(settings))
                        .update()
                == 1;
    }

    public void update(TenantId tenant, UUID id, String name, ImportSettings settings) {
        jdbc.sql(UPDATE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", name)
                .param("settings", Json.write(settings))
                .update();
    }

    /// @param sealed null for none
    public void setSecret(TenantId tenant, UUID id, byte @Nullable [] sealed) {
        jdbc.sql(SECRET)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("secret", sealed)
                .update();
    }

    /// @return false when there is none
    public boolean delete(TenantId tenant, String key) {
        return jdbc.sql(DELETE).param("tenant", tenant.value()).param("key", key).update() == 1;
    }

    private static Source read(ResultSet row, int index) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                Json.read(row.getString("settings"), ImportSettings.class),
                row.getBytes("webhook_secret"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
