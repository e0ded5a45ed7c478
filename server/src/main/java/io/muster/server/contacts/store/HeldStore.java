package io.muster.server.contacts.store;

import io.muster.server.fields.FieldHolders.Reach;
import io.muster.server.fields.FieldHolders.Sample;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Counts who holds values of custom fields, among so many of the newest contacts that nobody waits
/// for it; call it in a transaction of the tenant.
@Repository
public class HeldStore {
    // How many contacts there are stands in the line without a name.
    private static final String FIELDS =
            """
            with newest as materialized (
                 select custom, deleted_at from contact where tenant_id = :tenant order by id desc limit %d),
                 living as (select custom from newest where deleted_at is null)
            select held.key, count(*) from living cross join jsonb_object_keys(custom) as held (key) group by held.key
            union all
            select null, count(*) from living
            union all
            select '', count(*) from newest
            """
                    .formatted(ContactStore.WINDOW);

    private static final String OPTIONS =
            """
            with newest as materialized (
                 select custom -> :key::text as value, deleted_at
                   from contact where tenant_id = :tenant order by id desc limit %d),
                 living as (select value from newest where deleted_at is null)
            select option.name, count(*)
              from living
              join unnest(:options::text[]) as option (name)
                on jsonb_exists(living.value, option.name)
             group by option.name
            union all
            select null, count(*) from living
            union all
            select '', count(*) from newest
            """
                    .formatted(ContactStore.WINDOW);

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who holds each field, by key.
    public Sample fields(TenantId tenant) {
        return sample(jdbc.sql(FIELDS).param("tenant", tenant.value()));
    }

    /// Who holds each option of a choice, or of several choices.
    public Sample options(TenantId tenant, String key, Collection<String> options) {
        return sample(
                jdbc.sql(OPTIONS)
                        .param("tenant", tenant.value())
                        .param("key", key)
                        .param("options", options.toArray(String[]::new)));
    }

    private static Sample sample(StatementSpec statement) {
        Map<String, Long> holders = new HashMap<>();
        long[] counted = new long[2];
        statement.query(row -> {
            String name = row.getString(1);
            if (name == null) {
                counted[0] = row.getLong(2);
            } else if (name.isEmpty()) {
                counted[1] = row.getLong(2);
            } else {
                holders.put(name, row.getLong(2));
            }
        });
        return new Sample(
                counted[0], counted[1] < ContactStore.WINDOW ? Reach.ALL : Reach.NEWEST, holders);
    }
}
