package io.muster.server.imports.undo.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rows that a dry run has undone and the contacts that it has removed, in temporary tables
/// that only its transaction sees: memory does not grow with the import.
@Component
public class DryUndoneStore {
    private static final String CREATE =
            """
            create temporary table dry_undone (
                delivery_id uuid, row_number bigint, primary key (delivery_id, row_number)
            ) on commit drop;
            create temporary table dry_removed (contact_id uuid primary key) on commit drop
            """;

    private static final String PUT = "insert into dry_undone select ?, unnest(?::bigint[])";

    private static final String REMOVE = "insert into dry_removed select unnest(?::uuid[])";

    private static final String REMOVED =
            "select contact_id from dry_removed where contact_id = any (?)";

    private final JdbcTemplate jdbc;

    DryUndoneStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void create() {
        jdbc.execute(CREATE);
    }

    public void put(UUID delivery, Collection<Long> rows) {
        jdbc.update(PUT, delivery, rows.toArray(Long[]::new));
    }

    public void remove(Collection<UUID> contacts) {
        jdbc.update(REMOVE, (Object) contacts.toArray(UUID[]::new));
    }

    /// Which of the contacts are removed.
    public List<UUID> removed(Collection<UUID> contacts) {
        return jdbc.query(
                REMOVED,
                (row, i) -> row.getObject(1, UUID.class),
                (Object) contacts.toArray(UUID[]::new));
    }
}
