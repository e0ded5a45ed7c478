package io.muster.bench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/// The embedded PostgreSQL of a running server, as its superuser, whom no row-level policy holds
/// back.
public record Postgres(int port, String password) {
    public static final String APP = "muster";
    public static final String PEERS = "bench_peers";
    public static final String USER = "postgres";

    public static Postgres of(Path data) throws IOException {
        return new Postgres(
                Integer.parseInt(Files.readString(data.resolve("postgres/port")).strip()),
                Files.readString(data.resolve("secrets").resolve(USER)).strip());
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    /// Makes the database of the peers anew, with the very tables and indexes of the app's.
    public void createPeers() throws SQLException {
        run(APP, "drop database if exists " + PEERS);
        run(APP, "create database " + PEERS);
        Flyway.configure()
                .dataSource(url(PEERS), USER, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /// Removes contacts and logs, and writes everything down, so that the next measurement starts
    /// as the last one did.
    public void empty(String database) throws SQLException {
        run(database, "truncate contact, log_row, delivery");
        settle();
    }

    /// Leaves nothing to write behind.
    public void settle() throws SQLException {
        run(APP, "checkpoint");
    }

    public void analyze(String database) throws SQLException {
        run(database, "vacuum analyze contact");
        settle();
    }

    public void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String ask(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
