package io.muster.server.imports.undo.store;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rows that a dry run has undone, in a temporary table that only its transaction sees: memory
/// does not grow with the import.
@Component
public class DryUndoneStore {
    private static final String CREATE =
            """
            create temporary table dry_undone (
                delivery_id uuid, row_number bigint, primary key (delivery_id, row_number)
            ) on commit drop
            """;

    private static final String PUT = "insert into dry_undone select ?, unnest(?::bigint[])";

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
}
