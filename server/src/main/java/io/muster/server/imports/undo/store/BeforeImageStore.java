package io.muster.server.imports.undo.store;

import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The values that imports replaced, as far as they are still kept.
@Repository
public class BeforeImageStore {
    private static final String DUE =
            """
            select d.id from delivery d join import i on i.tenant_id = d.tenant_id and i.id = d.import_id
             where d.tenant_id = :tenant and d.kind = 'import' and d.updated_rows > 0 and not d.images_dropped
               and i.status in ('completed', 'failed', 'cancelled', 'reverted')
               and i.finished_at < now() - make_interval(secs => :seconds)
             order by d.id
            """;

    // An undo that has begun since keeps them until it is done.
    private static final String LOCK =
            """
            select d.id from delivery d join import i on i.tenant_id = d.tenant_id and i.id = d.import_id
             where d.tenant_id = :tenant and d.id = :delivery and i.status <> 'reverting'
               for update of i, d
            """;

    private static final String FORGET =
            """
            update log_row set before_image = null
             where tenant_id = :tenant and delivery_id = :delivery and before_image is not null
            """;

    private static final String NOTE =
            "update delivery set images_dropped = true where tenant_id = :tenant and id = :delivery";

    private final JdbcClient jdbc;

    BeforeImageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Batches of imports that ended so long ago.
    public List<UUID> due(TenantId tenant, Duration ago) {
        return jdbc.sql(DUE)
                .param("tenant", tenant.value())
                .param("seconds", ago.toSeconds())
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    public void forget(TenantId tenant, UUID delivery) {
        boolean free =
                jdbc.sql(LOCK)
                        .param("tenant", tenant.value())
                        .param("delivery", delivery)
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (free) {
            update(FORGET, tenant, delivery);
            update(NOTE, tenant, delivery);
        }
    }

    private void update(String sql, TenantId tenant, UUID delivery) {
        jdbc.sql(sql).param("tenant", tenant.value()).param("delivery", delivery).update();
    }
}
