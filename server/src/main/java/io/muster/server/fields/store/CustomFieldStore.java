package io.muster.server.fields.store;

import io.muster.engine.field.FieldType;
import io.muster.server.fields.CustomField;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `custom_field`; call it in a transaction of the tenant.
@Repository
public class CustomFieldStore {
    private static final String IN_USE =
            """
            select key, label, type from custom_field
            where tenant_id = :tenant and retired_at is null
            order by lower(label), key
            """;

    private final JdbcClient jdbc;

    CustomFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CustomField> inUse(TenantId tenant) {
        return jdbc.sql(IN_USE)
                .param("tenant", tenant.value())
                .query((row, number) ->
                        new CustomField(
                                row.getString("key"),
                                row.getString("label"),
                                FieldType.valueOf(row.getString("type").toUpperCase(Locale.ROOT))))
                .list();
    }
}
