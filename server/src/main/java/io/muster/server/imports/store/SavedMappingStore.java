package io.muster.server.imports.store;

import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.SavedMapping;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.platform.Json;
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
import tools.jackson.core.type.TypeReference;

/// Saved mappings in the database; call it in a transaction of the tenant.
@Repository
public class SavedMappingStore {
    private static final String ALL = "select * from saved_mapping where tenant_id = :tenant";

    // From a name on, by name.
    private static final String LIST =
            ALL + " and lower(name) > :after order by lower(name) limit :limit";

    private static final String FIND = ALL + " and id = :id";

    private static final String BY_NAME = ALL + " and lower(name) = lower(:name)";

    private static final String INSERT =
            """
            insert into saved_mapping (tenant_id, id, name, columns, options)
            values (:tenant, :id, :name, :columns::jsonb, :options::jsonb)
            """;

    private static final String UPDATE =
            """
            update saved_mapping set name = :name, columns = :columns::jsonb, options = :options::jsonb, updated_at = now()
             where tenant_id = :tenant and id = :id
            """;

    private static final String USED =
            "update saved_mapping set used_at = now() where tenant_id = :tenant and id = :id";

    private static final String DELETE =
            "delete from saved_mapping where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    SavedMappingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void lock(TenantId tenant) {
        AdvisoryLock.SAVED_MAPPINGS.take(jdbc, tenant.toString());
    }

    /// In no order.
    public List<SavedMapping> all(TenantId tenant) {
        return jdbc.sql(ALL).param("tenant", tenant.value()).query(SavedMappingStore::read).list();
    }

    /// @param after the name before the first, null to begin
    public List<SavedMapping> list(TenantId tenant, @Nullable String after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(SavedMappingStore::read)
                .list();
    }

    public Optional<SavedMapping> find(TenantId tenant, UUID id) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(SavedMappingStore::read)
                .optional();
    }

    public Optional<SavedMapping> byName(TenantId tenant, String name) {
        return jdbc.sql(BY_NAME)
                .param("tenant", tenant.value())
                .param("name", name)
                .query(SavedMappingStore::read)
                .optional();
    }

    public void insert(TenantId tenant, UUID id, SavedMapping.Content content) {
        save(tenant, id, content, INSERT);
    }

    /// @return whether the mapping is there
    public boolean update(TenantId tenant, UUID id, SavedMapping.Content content) {
        return save(tenant, id, content, UPDATE) == 1;
    }

    /// Notes that an import goes by it.
    public void used(TenantId tenant, UUID id) {
        jdbc.sql(USED).param("tenant", tenant.value()).param("id", id).update();
    }

    /// @return whether the mapping was there
    public boolean delete(TenantId tenant, UUID id) {
        return jdbc.sql(DELETE).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private int save(TenantId tenant, UUID id, SavedMapping.Content content, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", content.name())
                .param("columns", Json.write(content.columns()))
                .param("options", Json.write(content.options()))
                .update();
    }

    private static SavedMapping read(ResultSet row, int number) throws SQLException {
        OffsetDateTime usedAt = row.getObject("used_at", OffsetDateTime.class);
        return new SavedMapping(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Json.read(row.getString("columns"), new TypeReference<>() {}),
                Json.read(row.getString("options"), ImportSettings.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }
}
