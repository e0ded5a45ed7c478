package io.muster.server.segments.store;

import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `segment`; call it in a transaction of the tenant.
@Repository
public class SegmentStore {
    private static final String ALL = "select * from segment where tenant_id = :tenant";

    // From a name on, by name.
    private static final String LIST =
            ALL + " and lower(name) > :after order by lower(name) limit :limit";

    private static final String FIND = ALL + " and id = :id";

    private static final String BY_NAME =
            "select id from segment where tenant_id = :tenant and lower(name) = lower(:name)";

    private static final String COUNT = "select count(*) from segment where tenant_id = :tenant";

    private static final String INSERT =
            """
            insert into segment (tenant_id, id, name, filter, created_by_name)
            values (:tenant, :id, :name, :filter::jsonb, :by)
            """;

    private static final String UPDATE =
            """
            update segment
               set name = :name, filter = :filter::jsonb, counted_version = null, updated_at = now()
             where tenant_id = :tenant and id = :id
            """;

    // Unless the filter is another one by now, or somebody has counted after us.
    private static final String SAVE_COUNT =
            """
            update segment set counted = :count, counted_version = :version
             where tenant_id = :tenant and id = :id and filter = :filter::jsonb
               and (counted_version is null or counted_version <= :version)
            """;

    private static final String DELETE =
            "delete from segment where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    SegmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A segment as it is kept.
    ///
    /// @param counted how many contacts it had at a version; null when they were never counted
    public record Row(
            UUID id,
            String name,
            FilterNode filter,
            @Nullable Long counted,
            @Nullable Long countedVersion,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {

        /// Whether the count holds while contacts stand at a version.
        public boolean isCounted(long version) {
            return counted != null && countedVersion != null && countedVersion == version;
        }
    }

    public void lock(TenantId tenant) {
        AdvisoryLock.SEGMENTS.take(jdbc, tenant.toString());
    }

    /// @param after the name before the first, null to begin
    public List<Row> list(TenantId tenant, @Nullable String after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(SegmentStore::read)
                .list();
    }

    public Optional<Row> find(TenantId tenant, UUID id) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(SegmentStore::read)
                .optional();
    }

    public Optional<UUID> byName(TenantId tenant, String name) {
        return jdbc.sql(BY_NAME)
                .param("tenant", tenant.value())
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    public long count(TenantId tenant) {
        return jdbc.sql(COUNT).param("tenant", tenant.value()).query(Long.class).single();
    }

    public void insert(TenantId tenant, UUID id, String name, FilterNode filter, String by) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", name)
                .param("filter", Json.write(filter))
                .param("by", by)
                .update();
    }

    public void update(TenantId tenant, UUID id, String name, FilterNode filter) {
        jdbc.sql(UPDATE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", name)
                .param("filter", Json.write(filter))
                .update();
    }

    public void saveCount(TenantId tenant, Row row, long count, long version) {
        jdbc.sql(SAVE_COUNT)
                .param("tenant", tenant.value())
                .param("id", row.id())
                .param("filter", Json.write(row.filter()))
                .param("count", count)
                .param("version", version)
                .update();
    }

    /// @return whether it was there
    public boolean delete(TenantId tenant, UUID id) {
        return jdbc.sql(DELETE).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Json.read(row.getString("filter"), FilterNode.class),
                row.getObject("counted", Long.class),
                row.getObject("counted_version", Long.class),
                row.getString("created_by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
