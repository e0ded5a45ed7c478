package io.muster.server.imports.store;

import io.muster.server.tenants.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells how fast the rows of an import came.
@Repository
public class RateStore {
    private static final String SLICES =
            """
            select width_bucket(extract(epoch from received_at), extract(epoch from :from::timestamptz),
                                extract(epoch from :to::timestamptz), :slices) as slice,
                   sum(created_rows + updated_rows + unchanged_rows + skipped_rows + failed_rows) as rows
              from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import'
               and received_at >= :from and received_at < :to
             group by 1
            """;

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows in each of so many equal slices of a span of time.
    public List<Long> rows(TenantId tenant, UUID importId, Instant from, Instant to, int slices) {
        List<Long> rows = new ArrayList<>(Collections.nCopies(slices, 0L));
        jdbc.sql(SLICES)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("slices", slices)
                .query(row -> {
                    rows.set(row.getInt("slice") - 1, row.getLong("rows"));
                });
        return rows;
    }
}
