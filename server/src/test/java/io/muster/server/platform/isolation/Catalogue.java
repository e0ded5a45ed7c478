package io.muster.server.platform.isolation;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself says about our tables.
record Catalogue(JdbcClient jdbc) {

    /// Tables that belong to no tenant. A new one needs a reason.
    static final Set<String> GLOBAL =
            Set.of(
                    // People sign in before a tenant is known, and may belong to several.
                    "account",
                    // A session names its tenant, but is found by its own name.
                    "spring_session",
                    "spring_session_attributes",
                    // Jobs of all tenants stand in one line; they hold ids only.
                    "scheduled_tasks",
                    // Tells which key the lists of all tenants are kept under.
                    "installation",
                    "flyway_schema_history");

    private static final String TABLES =
            """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            order by relname
            """;

    // Foreign keys to tables of no tenant cannot begin with one.
    private static final String KEYS_WITHOUT_TENANT =
            """
            select format('%s of %s', index.indexrelid::regclass, index.indrelid::regclass)
            from pg_index index
            join pg_attribute first
              on first.attrelid = index.indrelid and first.attnum = index.indkey[0]
            where index.indrelid = :table::regclass
              and index.indisunique and first.attname <> 'tenant_id'
            union all
            select format('%s of %s', fk.conname, fk.conrelid::regclass)
            from pg_constraint fk
            join pg_attribute first on first.attrelid = fk.conrelid and first.attnum = fk.conkey[1]
            join pg_attribute target
              on target.attrelid = fk.confrelid and target.attnum = fk.confkey[1]
            where fk.conrelid = :table::regclass and fk.contype = 'f'
              and fk.confrelid::regclass::text <> all (:global)
              and (first.attname <> 'tenant_id' or target.attname <> 'tenant_id')
            """;

    private static final String GUARDED =
            """
            select relrowsecurity and relforcerowsecurity and exists (
                select from pg_policies
                where tablename = relname and cmd = 'ALL' and permissive = 'PERMISSIVE'
                  and qual like '(tenant_id = %muster.tenant%')
            from pg_class where oid = :table::regclass
            """;

    private static final String OPENINGS =
            """
            select tablename || '.' || policyname from pg_policies
            where policyname <> 'tenant_isolation' order by 1
            """;

    List<String> tenantTables() {
        return jdbc.sql(TABLES).query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> !GLOBAL.contains(table))
                .toList();
    }

    List<String> keysWithoutTenant(String table) {
        return jdbc.sql(KEYS_WITHOUT_TENANT)
                .param("table", table)
                .param("global", GLOBAL.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    boolean isGuarded(String table) {
        return jdbc.sql(GUARDED).param("table", table).query(Boolean.class).single();
    }

    /// Policies that let something through besides the tenant's own rows.
    List<String> openings() {
        return jdbc.sql(OPENINGS).query((row, number) -> row.getString(1)).list();
    }
}
