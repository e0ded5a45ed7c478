package io.muster.server.contacts.store;

import io.muster.server.contacts.Lists;
import io.muster.server.tenants.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells of all lists at once whether anybody stands on them; call it in a transaction of the
/// tenant.
@Repository
public class ListStore {
    private static final String OF =
            """
            select exists (select from contact_alias where tenant_id = :tenant),
                   exists (select from erased_key where tenant_id = :tenant),
                   exists (select from suppression where tenant_id = :tenant)
            """;

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Lists of(TenantId tenant) {
        return jdbc.sql(OF)
                .param("tenant", tenant.value())
                .query((row, i) ->
                        new Lists(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .single();
    }
}
