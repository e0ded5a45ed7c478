package io.muster.server.contacts.store;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.ContactSearch;
import io.muster.server.contacts.Place;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the table `contact`; call it in a transaction of the tenant.
@Repository
public class ContactStore {
    /// So many contacts are looked through for one page where no index leads to those who are
    /// sought; it takes some hundredths of a second.
    static final int WINDOW = 25_000;

    private static final String LIVING =
            """
            from contact
            where tenant_id = :tenant and deleted_at is null
            """;

    // The contacts nearest to a place, whoever they are; the list goes on behind them. The inner
    // query ends as soon as the outer one has enough. How many they are stands in the text: a plan
    // for any number of them would be another one.
    private static final String NEAR =
            """
            from (select * from contact where tenant_id = :tenant %s limit %d) as contact
            where deleted_at is null
            """;

    private static final String REACHED =
            """
            select id from contact where tenant_id = :tenant %s offset %d limit 1
            """;

    /// One index probe for each key, those that lead to others since a merge among them.
    private static final String HAS_KEY =
            """
              and id = any (array(
                  select id from contact
                   where tenant_id = :tenant and deleted_at is null and external_id = :external_id
                  union
                  select id from contact where tenant_id = :tenant and deleted_at is null and email = :email
                  union
                  select id from contact where tenant_id = :tenant and deleted_at is null and phone = :phone
                  union
                  select contact_id from contact_alias
                   where tenant_id = :tenant
                     and (kind, value) in (('external_id', :external_id), ('email', :email), ('phone', :phone))))
            """;

    // Whoever is named by the external id stands in front of the list.
    private static final String HAS_NAME =
            """
              and external_id is distinct from :external_id
              and concat_ws(' ', first_name, last_name) ilike :pattern
            """;

    private static final String NAMED = "select *\n" + LIVING + "  and external_id = :external_id";

    private static final String DELETED =
            """
            select * from contact
             where tenant_id = :tenant and deleted_at is not null and id = survivor(:tenant, :id)
            """;

    private final JdbcClient jdbc;
    private final ContactRow row;

    ContactStore(JdbcClient jdbc, ContactRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /// A query in the making.
    private record Sought(String condition, Map<String, Object> parameters) {}

    /// The contacts nearest to a place, at most `limit`; from the place outward. Where no index
    /// leads to them, those among the nearest [#WINDOW].
    public List<Contact> list(TenantId tenant, ContactQuery query, Place place, int limit) {
        Sought sought = sought(tenant, query);
        String sql =
                query.isIndexed()
                        ? "select *\n" + LIVING + sought.condition() + from(place)
                        : "select *\n" + near(place) + sought.condition() + order(place);
        return jdbc.sql(sql + "limit :limit")
                .params(placed(sought, place))
                .param("limit", limit)
                .query(row)
                .list();
    }

    /// The last of the contacts that were looked through from a place; none if these were all.
    public Optional<UUID> reached(TenantId tenant, Place place) {
        return jdbc.sql(REACHED.formatted(from(place), WINDOW - 1))
                .params(placed(new Sought("", Map.of("tenant", tenant.value())), place))
                .query(UUID.class)
                .optional();
    }

    /// Who has the very external id that a name was searched for with, if anybody.
    public @Nullable Contact named(TenantId tenant, ContactQuery query) {
        if (!(query.search() instanceof ContactSearch.Name name)) {
            return null;
        }
        FilterSql filter = new FilterSql();
        return jdbc.sql(NAMED + " and " + filter.condition(query.filter()))
                .param("tenant", tenant.value())
                .param("external_id", name.externalId())
                .params(filter.parameters())
                .query(row)
                .optional()
                .orElse(null);
    }

    /// Counts no further than to a limit, and where no index leads to those who are sought, among
    /// the newest [#WINDOW].
    public long countNear(TenantId tenant, ContactQuery query, int limit) {
        Sought sought = sought(tenant, query);
        String among = query.isIndexed() ? LIVING : near(new Place.Newest());
        return jdbc.sql(
                        "select count(*) from (select 1\n"
                                + among
                                + sought.condition()
                                + "limit :limit) as found")
                .params(sought.parameters())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /// Counts all of them.
    public long count(TenantId tenant, ContactQuery query) {
        Sought sought = sought(tenant, query);
        return jdbc.sql("select count(*)\n" + LIVING + sought.condition())
                .params(sought.parameters())
                .query(Long.class)
                .single();
    }

    /// Newest first.
    public List<Contact> some(TenantId tenant, Collection<UUID> ids) {
        return jdbc.sql("select *\n" + LIVING + "  and id = any (:ids) order by id desc")
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row)
                .list();
    }

    /// A contact, or the one that it was merged into.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return jdbc.sql("select *\n" + LIVING + "  and id = survivor(:tenant, :id)")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(row)
                .optional();
    }

    /// A contact that was deleted.
    public Optional<Contact> deleted(TenantId tenant, UUID id) {
        return jdbc.sql(DELETED)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(row)
                .optional();
    }

    private static Sought sought(TenantId tenant, ContactQuery query) {
        FilterSql filter = new FilterSql();
        String condition = "  and " + filter.condition(query.filter()) + "\n";
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("tenant", tenant.value());
        return switch (query.search()) {
            case ContactSearch.All() -> new Sought(condition, parameters);
            case ContactSearch.Key key -> {
                parameters.put("external_id", key.externalId());
                parameters.put("email", key.email());
                parameters.put("phone", key.phone());
                yield new Sought(HAS_KEY + condition, parameters);
            }
            case ContactSearch.Name name -> {
                parameters.put("external_id", name.externalId());
                parameters.put("pattern", name.pattern());
                yield new Sought(HAS_NAME + condition, parameters);
            }
        };
    }

    private static String near(Place place) {
        return NEAR.formatted(from(place), WINDOW);
    }

    private static Map<String, Object> placed(Sought sought, Place place) {
        Map<String, Object> parameters = new HashMap<>(sought.parameters());
        switch (place) {
            case Place.Newest() -> {}
            case Place.OlderThan(UUID id) -> parameters.put("place", id);
            case Place.NewerThan(UUID id) -> parameters.put("place", id);
        }
        return parameters;
    }

    private static String from(Place place) {
        return switch (place) {
            case Place.Newest newest -> order(place);
            case Place.OlderThan older -> "  and id < :place\n" + order(place);
            case Place.NewerThan newer -> "  and id > :place\n" + order(place);
        };
    }

    private static String order(Place place) {
        return switch (place) {
            case Place.Newest newest -> "order by id desc\n";
            case Place.OlderThan older -> "order by id desc\n";
            case Place.NewerThan newer -> "order by id\n";
        };
    }
}
