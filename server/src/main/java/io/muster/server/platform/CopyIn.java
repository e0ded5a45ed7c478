package io.muster.server.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Sends prepared rows through COPY on the connection of the current transaction.
public final class CopyIn {
    private static final int CHUNK = 1 << 16;

    private CopyIn() {}

    /// @param sql a `copy … from stdin` statement
    public static void copy(JdbcTemplate jdbc, String sql, byte[] rows) {
        jdbc.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            send(connection.unwrap(PGConnection.class), sql, rows);
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
