package io.muster.server.sources.store;

import io.muster.server.sources.SourceHealth.Health;
import io.muster.server.tenants.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what sources have delivered, by what the log has counted ahead.
@Repository
public class SourceHealthStore {
    private static final String OF =
            """
            select wanted.key,
                   (select received_at from delivery
                     where tenant_id = :tenant and source = wanted.key and kind = 'import'
                     order by received_at desc limit 1) as last_seen,
                   (select coalesce(sum(success_rows + warning_rows + failure_rows), 0) from log_tally
                     where tenant_id = :tenant and span = 'minute' and begins_at > now() - interval '61 minutes'
                       and source = wanted.key and code = '') as last_hour,
                   day.*
              from unnest(:keys) as wanted (key)
             cross join lateral (
                   select coalesce(sum(success_rows), 0) as success, coalesce(sum(warning_rows), 0) as warning,
                          coalesce(sum(failure_rows), 0) as failure
                     from log_tally
                    where tenant_id = :tenant and span = 'hour' and begins_at > now() - interval '24 hours'
                      and source = wanted.key and code = '') as day
            """;

    private final JdbcClient jdbc;

    SourceHealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Health> of(TenantId tenant, Collection<String> keys) {
        Map<String, Health> health = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(OF)
                    .param("tenant", tenant.value())
                    .param("keys", keys.toArray(String[]::new))
                    .query(row -> {
                        var seen = row.getObject("last_seen", OffsetDateTime.class);
                        health.put(
                                row.getString("key"),
                                new Health(
                                        seen == null ? null : seen.toInstant(),
                                        row.getLong("last_hour"),
                                        row.getLong("success"),
                                        row.getLong("warning"),
                                        row.getLong("failure")));
                    });
        }
        return health;
    }
}
