package io.muster.server.campaigns.store;

import io.muster.server.tenants.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `campaign_acceptance`; call it in a transaction of the tenant.
@Repository
public class AcceptanceStore {
    private static final String OF =
            """
            select import_id, failed_rows from campaign_acceptance
             where tenant_id = :tenant and campaign_id = :campaign
            """;

    private static final String SAVE =
            """
            insert into campaign_acceptance (tenant_id, campaign_id, import_id, failed_rows, accepted_by_name)
            values (:tenant, :campaign, :import, :failed, :by)
            on conflict (tenant_id, campaign_id, import_id) do update
               set failed_rows = excluded.failed_rows, accepted_by_name = excluded.accepted_by_name, accepted_at = now()
            """;

    private final JdbcClient jdbc;

    AcceptanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many failed rows of each upload were looked through.
    public Map<UUID, Long> of(TenantId tenant, UUID campaign) {
        Map<UUID, Long> accepted = new HashMap<>();
        jdbc.sql(OF)
                .param("tenant", tenant.value())
                .param("campaign", campaign)
                .query(row -> {
                    accepted.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return accepted;
    }

    public void save(TenantId tenant, UUID campaign, UUID importId, long failed, String by) {
        jdbc.sql(SAVE)
                .param("tenant", tenant.value())
                .param("campaign", campaign)
                .param("import", importId)
                .param("failed", failed)
                .param("by", by)
                .update();
    }
}
