package io.muster.server.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Sends prepared rows through COPY on the connection of the current transaction.
public final class CopyIn {
    private static final int CHUNK = 1 << 16;

    // To a temporary table COPY waits for its client alone. One that froze in the middle would keep
    // its locks for ever, as it is not idle in the eyes of the server.
    private static final String BOUND = "set local statement_timeout = '60s'";
    private static final String UNBOUND = "set local statement_timeout = default";

    private CopyIn() {}

    /// @param sql a `copy … from stdin` statement for a temporary table
    public static void copy(JdbcTemplate jdbc, String sql, byte[] rows) {
        jdbc.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(BOUND);
                                send(connection.unwrap(PGConnection.class), sql, rows);
                                statement.execute(UNBOUND);
                            }
                            return null;
                        });
    }

    private static void send(PGConnection connection, String sql, byte[] rows) throws SQLException {
        try {
            connection.getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows), CHUNK);
        } catch (IOException e) {
            throw new DataAccessResourceFailureException(
                    "The connection to the database was lost during COPY", e);
        }
    }
}
