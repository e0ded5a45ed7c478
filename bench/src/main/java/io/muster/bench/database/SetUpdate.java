package io.muster.bench.database;

import io.muster.bench.Times;
import java.sql.Connection;
import java.sql.Statement;

/// Updates every contact by set: the new values by COPY into a temporary table, one `UPDATE …
/// FROM`, and the log by COPY, one transaction for every 10,000 rows.
public final class SetUpdate {
    private static final String STAGE =
            "create temporary table changed (like contact) on commit delete rows";

    private static final String UPDATE =
            """
            update contact c
               set company = s.company, updated_at = s.updated_at
              from changed s
             where c.tenant_id = s.tenant_id and c.id = s.id
            """;

    private final Postgres postgres;
    private final WrittenRows rows;

    public SetUpdate(Postgres postgres, WrittenRows rows) {
        this.postgres = postgres;
        this.rows = rows;
    }

    /// In seconds; the contacts must be there.
    public double run() throws Exception {
        postgres.analyze(Postgres.PEERS);
        try (Connection connection = postgres.connect(Postgres.PEERS);
                Statement statement = connection.createStatement()) {
            rows.copyParents(connection);
            statement.execute(STAGE);
            // Else the planner reads all contacts for each of the transactions.
            statement.execute("set enable_hashjoin = off");
            statement.execute("set enable_mergejoin = off");
            connection.setAutoCommit(false);
            return Times.of(() -> {
                for (int i = 0; i < rows.transactions(); i++) {
                    rows.copyContacts(connection, i, "changed");
                    statement.executeUpdate(UPDATE);
                    rows.copyLog(connection, i);
                    connection.commit();
                }
            });
        }
    }
}
