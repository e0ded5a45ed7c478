package io.muster.bench.database;

import io.muster.bench.Times;
import java.sql.Connection;

/// The fastest way to get rows into the tables: normalised and decided before, straight COPY, one
/// transaction for every 10,000.
public final class RawCopy {
    private final Postgres postgres;
    private final WrittenRows rows;

    public RawCopy(Postgres postgres, WrittenRows rows) {
        this.postgres = postgres;
        this.rows = rows;
    }

    /// In seconds, into empty tables.
    public double run() throws Exception {
        postgres.empty(Postgres.PEERS);
        try (Connection connection = postgres.connect(Postgres.PEERS)) {
            rows.copyParents(connection);
            connection.setAutoCommit(false);
            return Times.of(() -> {
                for (int i = 0; i < rows.transactions(); i++) {
                    rows.copyContacts(connection, i, "contact");
                    rows.copyLog(connection, i);
                    connection.commit();
                }
            });
        }
    }
}
