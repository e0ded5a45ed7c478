package io.muster.server.contacts.store;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Finds all contacts that a batch of keys leads to.
@Component
public class ContactLookup {
    private static final int FETCH = 10_000;

    // Each key by itself: to the planner it looks shorter to read all contacts of the tenant, since
    // thousands of keys are many, or since its statistics, in which a tenant has but three, lag
    // behind a running import. A limit keeps it from turning this into any other join.
    private static final String BY_KEY =
            """
            select found.*
              from unnest(?) as wanted (key)
             cross join lateral (
                   select id, %1$s
                     from contact
                    where tenant_id = ? and deleted_at is null and %2$s is not null and %2$s = wanted.key
                    limit 1) as found
            """;

    // Nor is the table to be read for each key, however small it was when last looked at.
    private static final String BY_INDEX =
            """
            select set_config('enable_seqscan', 'off', true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    private static final String BY_ID =
            """
            select id, %s
              from contact
             where tenant_id = ? and deleted_at is null and id = survivor(?, ?)
            """
                    .formatted(ContactColumns.NAMES);

    private static final String ALL_KEYS =
            "select %s from contact where tenant_id = ? and deleted_at is null limit ?"
                    .formatted(
                            Stream.of(IdentityKey.values())
                                    .map(key -> key.field().key())
                                    .collect(Collectors.joining(", ")));
    private static final String STANDS =
            """
            select found.*
              from unnest(?) as wanted (id)
             cross join lateral (
                   select id, %s, version, deleted_at is not null as deleted,
                          deleted_at is not null and exists (
                              select from contact_alias a
                               where a.tenant_id = c.tenant_id and a.kind = 'id' and a.value = c.id::text) as merged
                     from contact c
                    where tenant_id = ? and id = wanted.id
                    limit 1) as found
            """
                    .formatted(ContactColumns.NAMES);

    // Grows with every change, so equal versions mean equal contacts.
    private static final String VERSION = "select contacts_version from tenant where tenant_id = ?";

    private final JdbcTemplate jdbc;

    ContactLookup(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// From here to the end of the transaction whatever is looked up by keys goes by their index.
    public void goByIndex() {
        jdbc.query(BY_INDEX, settings -> {});
    }

    /// The contacts that have any of the keys, each once, in no order. Comes after [#goByIndex()].
    public List<Contact> find(TenantId tenant, ContactKeys keys) {
        List<Contact> found = new ArrayList<>();
        // By the unique indexes a key has one owner, so those of a contact that is found lead to
        // nobody else.
        ContactKeys open = keys;
        for (IdentityKey key : IdentityKey.values()) {
            String[] values = open.distinct(key).toArray(String[]::new);
            if (values.length > 0) {
                List<Contact> owners =
                        jdbc.query(
                                BY_KEY.formatted(ContactColumns.NAMES, key.field().key()),
                                (row, number) -> contact(row, 1),
                                values,
                                tenant.value());
                found.addAll(owners);
                open = open.without(owners);
            }
        }
        return found;
    }

    /// A contact, or the one that it was merged into.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return jdbc
                .query(BY_ID, (row, number) -> contact(row, 1), tenant.value(), tenant.value(), id)
                .stream()
                .findFirst();
    }

    /// Contacts as they stand, deleted ones too; missing are those that never were or are erased.
    public List<ContactStand> stands(TenantId tenant, Collection<UUID> ids) {
        jdbc.query(BY_INDEX, settings -> {});
        return jdbc.query(
                STANDS,
                (row, number) ->
                        new ContactStand(
                                contact(row, 1),
                                row.getLong("version"),
                                row.getBoolean("deleted"),
                                row.getBoolean("merged")),
                ids.toArray(UUID[]::new),
                tenant.value());
    }

    /// Streams the keys of all contacts, if they are no more than so many; there may be millions.
    ///
    /// @return false when they are more
    public boolean keys(TenantId tenant, long most, BiConsumer<IdentityKey, String> action) {
        goByIndex();
        Long read =
                jdbc.query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(ALL_KEYS);
                            statement.setFetchSize(FETCH);
                            statement.setObject(1, tenant.value());
                            statement.setLong(2, most + 1);
                            return statement;
                        },
                        (ResultSet row) -> {
                            long count = 0;
                            for (; row.next(); count++) {
                                for (IdentityKey key : IdentityKey.values()) {
                                    String value = row.getString(key.ordinal() + 1);
                                    if (value != null) {
                                        action.accept(key, value);
                                    }
                                }
                            }
                            return count;
                        });
        return Objects.requireNonNull(read) <= most;
    }

    public long version(TenantId tenant) {
        Long version = jdbc.queryForObject(VERSION, Long.class, tenant.value());
        if (version == null) {
            throw new IllegalStateException("The tenant is gone");
        }
        return version;
    }

    /// @param first the column of the id, which the values follow
    static Contact contact(ResultSet row, int first) throws SQLException {
        Contact.Draft draft = Contact.create(row.getObject(first, UUID.class));
        int column = first + 1;
        for (StandardField field : StagedContacts.TEXTS) {
            String text = row.getString(column++);
            if (text != null) {
                draft.text(field, text);
            }
        }
        Array tags = row.getArray(column++);
        draft.tags(List.of((String[]) tags.getArray()));
        draft.doNotContact(row.getBoolean(column++));
        for (StandardField consent : StandardField.CONSENTS) {
            Boolean given = row.getObject(column++, Boolean.class);
            if (given != null) {
                draft.consent(consent, given);
            }
        }
        String custom = row.getString(column);
        if (!custom.equals("{}")) {
            Json.readMap(custom).forEach(draft::custom);
        }
        return draft.done();
    }
}
