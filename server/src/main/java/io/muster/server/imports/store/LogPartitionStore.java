package io.muster.server.imports.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The monthly tables of the row log.
@Repository
public class LogPartitionStore {
    // This month and the next two; those that exist stay as they are.
    private static final String ENSURE =
            """
            do $$
            begin
                for ahead in 0 .. 2 loop
                    call ensure_log_partition(
                        (now() at time zone 'UTC' + make_interval(months => ahead))::date);
                end loop;
            end $$
            """;

    private final JdbcClient jdbc;

    LogPartitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void ensureMonthsAhead() {
        jdbc.sql(ENSURE).update();
    }
}
