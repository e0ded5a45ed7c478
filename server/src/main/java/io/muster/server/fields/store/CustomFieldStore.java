package io.muster.server.fields.store;

import io.muster.engine.field.FieldType;
import io.muster.server.fields.CustomField;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Definitions of custom fields in the database; call it in a transaction of the tenant.
@Repository
public class CustomFieldStore {
    private static final String EVERYTHING =
            """
            select key, label, type, options, description from custom_field
             where tenant_id = :tenant
            """;

    private static final String ACTIVE = EVERYTHING + " and retired_at is null\n";

    private static final String RETIRED = EVERYTHING + " and retired_at is not null\n";

    private static final String BY_KEY = " and key > :after order by key limit :limit";

    // A field that was retired comes back under its key.
    private static final String INSERT =
            """
            insert into custom_field (tenant_id, key, label, type) values (:tenant, :key, :label, :type)
            on conflict (tenant_id, key) do update set retired_at = null
            """;

    private static final String CHANGE =
            """
            update custom_field set label = :label, options = :options, description = :description
             where tenant_id = :tenant and key = :key and retired_at is null
            """;

    // In the order given, behind those that are there, as many as there is room for.
    private static final String ADD_OPTIONS =
            """
            update custom_field f
               set options = f.options || array(
                       select option from unnest(:options::text[]) with ordinality as more (option, place)
                        where option <> all (f.options)
                        order by place
                        limit greatest(0, :most - cardinality(f.options)))
             where tenant_id = :tenant and key = :key and not f.options @> :options::text[]
            """;

    private static final String RETIRE =
            """
            update custom_field set retired_at = now()
             where tenant_id = :tenant and key = :key and retired_at is null
            """;

    private static final String RESTORE =
            """
            update custom_field set retired_at = null
             where tenant_id = :tenant and key = :key and retired_at is not null
            """;

    private final JdbcClient jdbc;

    CustomFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void lock(TenantId tenant) {
        AdvisoryLock.FIELDS.take(jdbc, tenant.toString());
    }

    /// Fields in use, by label.
    public List<CustomField> active(TenantId tenant) {
        return jdbc.sql(ACTIVE + " order by label, key")
                .param("tenant", tenant.value())
                .query(CustomFieldStore::field)
                .list();
    }

    /// Retired fields too, in no order.
    public List<CustomField> everything(TenantId tenant) {
        return jdbc.sql(EVERYTHING)
                .param("tenant", tenant.value())
                .query(CustomFieldStore::field)
                .list();
    }

    /// Fields out of use, by label.
    public List<CustomField> retired(TenantId tenant) {
        return jdbc.sql(RETIRED + " order by label, key")
                .param("tenant", tenant.value())
                .query(CustomFieldStore::field)
                .list();
    }

    /// @param after the key before the first, null to begin
    public List<CustomField> list(TenantId tenant, @Nullable String after, int limit) {
        return list(tenant, ACTIVE, after, limit);
    }

    /// @param after the key before the first, null to begin
    public List<CustomField> listRetired(TenantId tenant, @Nullable String after, int limit) {
        return list(tenant, RETIRED, after, limit);
    }

    private List<CustomField> list(
            TenantId tenant, String which, @Nullable String after, int limit) {
        return jdbc.sql(which + BY_KEY)
                .param("tenant", tenant.value())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(CustomFieldStore::field)
                .list();
    }

    public Optional<CustomField> find(TenantId tenant, String key) {
        return jdbc.sql(ACTIVE + " and key = :key")
                .param("tenant", tenant.value())
                .param("key", key)
                .query(CustomFieldStore::field)
                .optional();
    }

    /// The same, kept from others until the transaction ends.
    public Optional<CustomField> findToChange(TenantId tenant, String key) {
        return jdbc.sql(ACTIVE + " and key = :key for update")
                .param("tenant", tenant.value())
                .param("key", key)
                .query(CustomFieldStore::field)
                .optional();
    }

    public void insert(TenantId tenant, CustomField field) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("key", field.key())
                .param("label", field.label())
                .param("type", field.type().text())
                .update();
    }

    /// @return whether the field is there
    public boolean change(TenantId tenant, CustomField field) {
        return jdbc.sql(CHANGE)
                        .param("tenant", tenant.value())
                        .param("key", field.key())
                        .param("label", field.label())
                        .param("options", field.options().toArray(String[]::new))
                        .param("description", field.description())
                        .update()
                == 1;
    }

    /// @param most how many options the field may have in the end
    public void addOptions(TenantId tenant, String key, Collection<String> options, int most) {
        jdbc.sql(ADD_OPTIONS)
                .param("tenant", tenant.value())
                .param("key", key)
                .param("options", options.toArray(String[]::new))
                .param("most", most)
                .update();
    }

    /// @return whether the field was there
    public boolean retire(TenantId tenant, String key) {
        return jdbc.sql(RETIRE).param("tenant", tenant.value()).param("key", key).update() == 1;
    }

    /// @return whether the field was retired
    public boolean restore(TenantId tenant, String key) {
        return jdbc.sql(RESTORE).param("tenant", tenant.value()).param("key", key).update() == 1;
    }

    private static CustomField field(ResultSet row, int number) throws SQLException {
        return new CustomField(
                row.getString("key"),
                row.getString("label"),
                FieldType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                List.of((String[]) row.getArray("options").getArray()),
                row.getString("description"));
    }
}
