package io.muster.server.imports.store;

import io.muster.engine.file.RowPlace;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Tells where the rows of an import begin in its file.
@Repository
public class PlaceStore {
    private static final String OF =
            """
            select first_row, last_row, places from delivery d
             where tenant_id = :tenant and import_id = :import and kind = 'import' and places is not null
               and exists (select from unnest(:rows) as wanted (number) where number between d.first_row and d.last_row)
            """;

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The places that a delivery knows.
    public record Places(long firstRow, long lastRow, List<@Nullable RowPlace> places) {

        public boolean hold(long row) {
            return row >= firstRow && row <= lastRow;
        }
    }

    /// Of the deliveries that hold any of the rows.
    public List<Places> of(TenantId tenant, UUID importId, Collection<Long> rows) {
        return jdbc.sql(OF)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("rows", rows.toArray(Long[]::new))
                .query((row, i) ->
                        new Places(
                                row.getLong("first_row"),
                                row.getLong("last_row"),
                                Json.read(row.getString("places"), new TypeReference<>() {})))
                .list();
    }
}
