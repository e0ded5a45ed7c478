package io.muster.server.platform.postgres;

import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.StartRefusedException;
import io.muster.server.platform.secrets.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of Muster's own, kept in a folder and running while this object is open.
///
/// Only one keeper at a time may hold a folder. What a killed keeper left behind, running or not,
/// is settled at the next start.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final String APP = "muster";
    private static final int PORT_ATTEMPTS = 10;
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
    private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(2);

    private final FolderLock lock;
    private final Cluster cluster;
    private final Secrets secrets;
    private final int port;
    private volatile boolean closed;

    /// Where the server lives: `postgres` and `secrets` below the data folder, its programs below
    /// `programs`.
    public record Settings(Path dataFolder, Path programs, Durability durability) {

        /// A durable server with everything in one folder.
        public static Settings in(Path dataFolder) {
            return new Settings(
                    dataFolder, dataFolder.resolve("postgres"), Durability.SURVIVES_POWER_LOSS);
        }
    }

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, Secrets secrets, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.secrets = secrets;
        this.port = port;
    }

    /// Starts the server, making it first where there is none. Returns when it answers and is known
    /// to be ours.
    ///
    /// @throws StartRefusedException when the folder is in use, or PostgreSQL cannot run in it
    public static EmbeddedPostgres start(Settings settings) {
        try {
            Path home = Files.createDirectories(settings.dataFolder()).toRealPath();
            Path folder = Files.createDirectories(home.resolve("postgres"));
            var lock = FolderLock.tryAcquire(folder).orElseThrow(() -> inUse(home));
            try {
                return start(settings, home, folder, lock);
            } catch (Throwable refused) {
                lock.close();
                throw refused;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(
            Settings settings, Path home, Path folder, FolderLock lock) throws IOException {
        var binaries = PostgresBinaries.unpackedIn(settings.programs().toAbsolutePath());
        var account = PostgresAccount.of(folder);
        var cluster = new Cluster(folder, binaries, account, settings.durability());
        var secrets = new Secrets(home.resolve("secrets"));
        if (!cluster.exists()) {
            cluster.create(SUPERUSER, secrets.get(SUPERUSER));
        } else if (!secrets.has(SUPERUSER)) {
            throw new StartRefusedException(
                    "The password of the database in "
                            + cluster.data()
                            + " is missing: "
                            + secrets.file(SUPERUSER)
                            + ".",
                    "Restore this file from your backup; it belongs to the database.");
        }
        cluster.requireSameVersion();
        cluster.settle();
        var keeper = new EmbeddedPostgres(lock, cluster, secrets, startOnPort(cluster, folder));
        try {
            keeper.verify();
            keeper.prepare();
            Thread.ofVirtual().name("postgres-watch").start(keeper::watch);
            return keeper;
        } catch (Throwable refused) {
            cluster.stop();
            throw refused;
        }
    }

    /// Keeps to the port of last time if it is free, so that an operator's own tools find the
    /// server again.
    private static int startOnPort(Cluster cluster, Path folder) throws IOException {
        Path file = folder.resolve("port");
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port =
                    attempt == 0 && Files.exists(file)
                            ? Integer.parseInt(Files.readString(file).strip())
                            : freePort();
            if (cluster.start(port)) {
                Files.writeString(file, port + "\n");
                return port;
            }
        }
        throw new StartRefusedException(
                "PostgreSQL found no free port on 127.0.0.1.",
                "Free some TCP ports and start again.");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The app's own database, as the role that owns it and nothing else.
    public DatabaseAddress app() {
        return app(APP);
    }

    /// Another database of this server, as the app's role.
    public DatabaseAddress app(String database) {
        return address(database, APP);
    }

    /// A database of this server as its superuser, who passes every row-level policy.
    public DatabaseAddress superuser(String database) {
        return address(database, SUPERUSER);
    }

    private DatabaseAddress address(String database, String role) {
        try {
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
            return new DatabaseAddress(url, role, secrets.get(role));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server that merely answers on the port may be anybody's.
    private void verify() {
        try (Connection connection = superuser(SUPERUSER).connect();
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            answer.next();
            requireOurs(Path.of(answer.getString(1)), cluster.data());
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "The server on port " + port + " does not let us in: " + e.getMessage(),
                    "If "
                            + cluster.data()
                            + " was restored from a backup, restore its secrets too.",
                    e);
        }
    }

    static void requireOurs(Path answered, Path expected) {
        if (!answered.equals(expected)) {
            throw new StartRefusedException(
                    "The PostgreSQL that answers keeps its data in "
                            + answered
                            + ", not in "
                            + expected
                            + ".",
                    "Stop the other server and start again.");
        }
    }

    /// Makes the app's role and database, or brings them back to what they must be.
    private void prepare() {
        try (Connection connection = superuser(SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + APP + "'")) {
                statement.execute("create role " + APP);
            }
            statement.execute(
                    "alter role "
                            + APP
                            + " with login nosuperuser nobypassrls nocreatedb"
                            + " nocreaterole noreplication password '"
                            + app().password()
                            + "'");
            if (isMissing(statement, "select 1 from pg_database where datname = '" + APP + "'")) {
                statement.execute("create database " + APP + " owner " + APP);
            }
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "The embedded database could not be prepared: " + e.getMessage(),
                    "Look into the log in " + cluster.data().getParent() + ".",
                    e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static StartRefusedException inUse(Path dataFolder) {
        return new StartRefusedException(
                "Another Muster is running on the data folder " + dataFolder + ".",
                "Stop it first, or give this one a MUSTER_DATA_DIR of its own; for a second node on the"
                        + " same database set MUSTER_DATABASE_URL, _USER and _PASSWORD.");
    }

    /// Looks after the server until closed. It is not our child, and a dead one may stay a zombie
    /// for long, so only looking tells.
    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
            try {
                revive();
            } catch (IOException | RuntimeException e) {
                log.error("PostgreSQL could not be started again; the next attempt follows", e);
                LockSupport.parkNanos(REVIVAL_PAUSE.toNanos());
            }
        }
    }

    /// Starts a server that was killed under us again, on the same port, where the pools look for
    /// it.
    private synchronized void revive() throws IOException {
        if (closed || cluster.process().isPresent()) {
            return;
        }
        log.warn("PostgreSQL ended unexpectedly; starting it again");
        cluster.settle();
        if (!cluster.start(port)) {
            log.error("Port {} was taken while PostgreSQL was away", port);
        }
    }

    /// Stops the server in good order; open transactions are rolled back.
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            cluster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
