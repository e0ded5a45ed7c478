package io.muster.server.fields.store;

import io.muster.engine.field.FieldType;
import io.muster.server.fields.CustomField;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and adds definitions of custom fields.
@Repository
public class CustomFieldStore {
    private static final String ACTIVE =
            """
            select key, label, type from custom_field
             where tenant_id = :tenant and retired_at is null
             order by label, key
            """;

    // A field that was retired comes back under its key.
    private static final String INSERT =
            """
            insert into custom_field (tenant_id, key, label, type) values (:tenant, :key, :label, :type)
            on conflict (tenant_id, key) do update set retired_at = null
            """;

    private final JdbcClient jdbc;

    CustomFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CustomField> all(TenantId tenant) {
        return jdbc.sql(ACTIVE)
                .param("tenant", tenant.value())
                .query((row, i) ->
                        new CustomField(
                                row.getString("key"),
                                row.getString("label"),
                                FieldType.valueOf(row.getString("type").toUpperCase(Locale.ROOT))))
                .list();
    }

    public void insert(TenantId tenant, CustomField field) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("key", field.key())
                .param("label", field.label())
                .param("type", field.type().name().toLowerCase(Locale.ROOT))
                .update();
    }
}
