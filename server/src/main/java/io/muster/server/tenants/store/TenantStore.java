package io.muster.server.tenants.store;

import io.muster.server.tenants.Tenant;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `tenant`; call it in a transaction of the tenant.
@Repository
public class TenantStore {
    private static final String INSERT =
            """
            insert into tenant (tenant_id, name) values (:tenant, :name)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select tenant_id, name, default_region, language, required
            from tenant where tenant_id = :tenant
            """;

    private static final String UPDATE =
            """
            update tenant
            set default_region = :region, language = :language, required = :required
            where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    TenantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False if the id is taken.
    public boolean insert(TenantId tenant, String name) {
        return jdbc.sql(INSERT).param("tenant", tenant.value()).param("name", name).update() == 1;
    }

    public Optional<Tenant> find(TenantId tenant) {
        return jdbc.sql(FIND).param("tenant", tenant.value()).query(TenantStore::read).optional();
    }

    public void update(TenantId tenant, TenantSettings settings) {
        jdbc.sql(UPDATE)
                .param("tenant", tenant.value())
                .param("region", settings.defaultRegion())
                .param("language", settings.language())
                .param("required", settings.required().toArray(String[]::new))
                .update();
    }

    private static Tenant read(ResultSet row, int number) throws SQLException {
        var settings =
                new TenantSettings(
                        row.getString("default_region"),
                        row.getString("language"),
                        List.of((String[]) row.getArray("required").getArray()));
        return new Tenant(
                TenantId.parse(row.getString("tenant_id")), row.getString("name"), settings);
    }
}
