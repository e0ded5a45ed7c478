package io.muster.server.contacts.store;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactSearch;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.Tally;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads the table `contact`; call it in a transaction of the tenant.
@Repository
public class ContactStore {
    private static final String LIVING =
            """
            from contact
            where tenant_id = :tenant and deleted_at is null
            """;

    /// Contacts that a key leads to since a merge.
    private static final String LED_TO =
            """
            id = any (array(
                select contact_id from contact_alias
                 where tenant_id = :tenant
                   and (kind, value) in (('external_id', :external_id), ('email', :email), ('phone', :phone))))
            """;

    /// One index probe for each key.
    private static final String HAS_KEY =
            """
              and (external_id = :external_id or email = :email or phone = :phone
                   or %s)
            """
                    .formatted(LED_TO);

    private static final String HAS_NAME =
            """
              and (external_id = :external_id
                   or concat_ws(' ', first_name, last_name) ilike :pattern)
            """;

    private final JdbcClient jdbc;
    private final ContactRow row;

    ContactStore(JdbcClient jdbc, ContactRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /// The contacts nearest to a place, at most `limit`; from the place outward.
    public List<Contact> list(TenantId tenant, ContactSearch search, Place place, int limit) {
        String sql = "select *\n" + LIVING + condition(search) + from(place) + "limit :limit";
        var statement = bind(jdbc.sql(sql), tenant, search).param("limit", limit);
        return placed(statement, place).query(row).list();
    }

    /// Counts what a search finds, at most one more than the tally's limit.
    public Tally count(TenantId tenant, ContactSearch search) {
        String sql =
                "select count(*) from (select 1\n"
                        + LIVING
                        + condition(search)
                        + "limit :limit) found";
        int counted =
                bind(jdbc.sql(sql), tenant, search)
                        .param("limit", Tally.LIMIT + 1)
                        .query(Integer.class)
                        .single();
        return new Tally(counted);
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

    private static String condition(ContactSearch search) {
        return switch (search) {
            case ContactSearch.All() -> "";
            case ContactSearch.Key key -> HAS_KEY;
            case ContactSearch.Name name -> HAS_NAME;
        };
    }

    static StatementSpec placed(StatementSpec statement, Place place) {
        return switch (place) {
            case Place.Newest() -> statement;
            case Place.OlderThan(UUID id) -> statement.param("place", id);
            case Place.NewerThan(UUID id) -> statement.param("place", id);
        };
    }

    static String from(Place place) {
        return switch (place) {
            case Place.Newest() -> "order by id desc\n";
            case Place.OlderThan older -> "  and id < :place\norder by id desc\n";
            case Place.NewerThan newer -> "  and id > :place\norder by id\n";
        };
    }

    private static StatementSpec bind(
            StatementSpec statement, TenantId tenant, ContactSearch search) {
        statement.param("tenant", tenant.value());
        return switch (search) {
            case ContactSearch.All() -> statement;
            case ContactSearch.Key key ->
                    statement
                            .param("external_id", key.externalId())
                            .param("email", key.email())
                            .param("phone", key.phone());
            case ContactSearch.Name name ->
                    statement
                            .param("external_id", name.externalId())
                            .param("pattern", name.pattern());
        };
    }
}
