package io.muster.server.importlog.store;

import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long the log is kept, and what is older.
@Repository
public class LogRetentionStore {
    private static final int DELIVERIES = 50;

    private static final String DAYS = "select log_days from tenant where tenant_id = :tenant";
    private static final String KEEP =
            "update tenant set log_days = :days where tenant_id = :tenant";

    // Whole days, as they are counted ahead; ids sort by time.
    private static final String OLD =
            """
            select id from delivery
             where tenant_id = :tenant
               and received_at < (select date_trunc('day', now(), 'UTC') - make_interval(days => log_days)
                                    from tenant where tenant_id = :tenant)
             order by id
             limit %d
            """
                    .formatted(DELIVERIES);

    private static final String REMOVE_ROWS =
            "delete from log_row where tenant_id = :tenant and delivery_id = any (:ids)";
    private static final String REMOVE =
            "delete from delivery where tenant_id = :tenant and id = any (:ids)";
    private static final String REMOVE_COUNTS =
            """
            delete from log_tally
             where tenant_id = :tenant
               and begins_at < (select date_trunc('day', now(), 'UTC') - make_interval(days => log_days)
                                  from tenant where tenant_id = :tenant)
            """;

    private final JdbcClient jdbc;

    LogRetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return null for ever
    public @Nullable Integer days(TenantId tenant) {
        return jdbc.sql(DAYS)
                .param("tenant", tenant.value())
                .query((row, i) -> row.getObject(1, Integer.class))
                .optional()
                .orElse(null);
    }

    public void keep(TenantId tenant, @Nullable Integer days) {
        jdbc.sql(KEEP).param("tenant", tenant.value()).param("days", days).update();
    }

    /// Removes the oldest that are too old, with their counts.
    ///
    /// @return whether there may be more
    public boolean removeSome(TenantId tenant) {
        List<UUID> old =
                jdbc.sql(OLD)
                        .param("tenant", tenant.value())
                        .query((row, i) -> row.getObject(1, UUID.class))
                        .list();
        if (!old.isEmpty()) {
            UUID[] ids = old.toArray(UUID[]::new);
            jdbc.sql(REMOVE_ROWS).param("tenant", tenant.value()).param("ids", ids).update();
            jdbc.sql(REMOVE).param("tenant", tenant.value()).param("ids", ids).update();
        }
        if (old.size() == DELIVERIES) {
            return true;
        }
        jdbc.sql(REMOVE_COUNTS).param("tenant", tenant.value()).update();
        return false;
    }
}
