package io.muster.server.contacts.store;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.DryContacts.Met;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.platform.CopyIn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The contacts of a dry run, in a temporary table that only its transaction sees: memory does not
/// grow with the file.
@Component
public class DryContactStore {
    private static final String COLUMNS = "first_row, id, " + ContactColumns.NAMES;

    private static final String CREATE =
            "create temporary table dry_contact (first_row bigint, id uuid primary key, %s) on commit drop"
                    .formatted(ContactColumns.DEFINITIONS);

    private static final String CREATE_INDEX =
            "create index on dry_contact (%1$s) where %1$s is not null";

    private static final String REMOVE = "delete from dry_contact where id = any (?)";

    private static final String COPY =
            "copy dry_contact (" + COLUMNS + ") from stdin (format binary)";

    private static final String BY_KEY =
            "select " + COLUMNS + " from dry_contact where %s = any (?)";

    private final JdbcTemplate jdbc;

    DryContactStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void create() {
        jdbc.execute(CREATE);
        for (IdentityKey key : IdentityKey.values()) {
            jdbc.execute(CREATE_INDEX.formatted(key.field().key()));
        }
        // Without statistics the planner would read the whole table for every batch.
        jdbc.execute("set local enable_seqscan = off");
    }

    /// Contacts that have any of the keys, or any of the ids.
    public List<Met> find(ContactKeys keys, List<UUID> ids) {
        List<Met> found = new ArrayList<>();
        for (IdentityKey key : IdentityKey.values()) {
            String[] values = keys.values(key);
            if (values.length > 0) {
                query(BY_KEY.formatted(key.field().key()), values, found);
            }
        }
        if (!ids.isEmpty()) {
            query(BY_KEY.formatted("id"), ids.toArray(UUID[]::new), found);
        }
        return found;
    }

    public void put(List<Met> contacts) {
        UUID[] ids = contacts.stream().map(met -> met.contact().id()).toArray(UUID[]::new);
        jdbc.update(REMOVE, (Object) ids);
        CopyIn.copy(jdbc, COPY, StagedContacts.dry(contacts));
    }

    private void query(String sql, Object[] values, List<Met> found) {
        jdbc.query(
                sql,
                row -> {
                    Contact contact = ContactLookup.contact(row, 2);
                    found.add(new Met(contact, row.getLong(1)));
                },
                (Object) values);
    }
}
