package io.muster.server;

import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.postgres.Durability;
import io.muster.server.platform.postgres.EmbeddedPostgres;
import io.muster.server.platform.postgres.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// One PostgreSQL server for all tests of a JVM, and as many migrated databases on it as they like.
///
/// The server starts with the first call and goes with the JVM. What a killed test run left behind
/// is removed by the next one.
public final class TestDatabase {
    /// Holds the unpacked programs of PostgreSQL, which all runs share, and a folder for each run.
    public static final Path HOME =
            Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "muster-tests-" + System.getProperty("user.name"));

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger count = new AtomicInteger();

    private TestDatabase() {}

    /// A new database with all migrations, for the app's role. Costs about a tenth of a second.
    public static DatabaseAddress fresh() {
        String name = "test_" + count.incrementAndGet();
        execute("create database " + name + " owner muster template " + TEMPLATE);
        return server().app(name);
    }

    /// The same database as its superuser, who sees all tenants.
    public static DatabaseAddress asSuperuser(DatabaseAddress address) {
        return server().superuser(address.url().substring(address.url().lastIndexOf('/') + 1));
    }

    /// A folder for one test's or one application's files, gone with the JVM.
    public static Path freshFolder() {
        return Server.RUN.resolve("data-" + count.incrementAndGet());
    }

    /// The environment that points a node in another JVM at a database and a folder for files;
    /// several nodes may share both.
    public static Map<String, String> nodeEnvironment(DatabaseAddress address, Path folder) {
        return Map.of(
                "MUSTER_DATABASE_URL", address.url(),
                "MUSTER_DATABASE_USER", address.user(),
                "MUSTER_DATABASE_PASSWORD", address.password(),
                "MUSTER_DATA_DIR", folder.toString());
    }

    /// Points an application at a fresh database and folder. All tests that use it with the same
    /// other settings share one application.
    public static final class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var address = fresh();
            TestPropertyValues.of(
                            "muster.database.url=" + address.url(),
                            "muster.database.user=" + address.user(),
                            "muster.database.password=" + address.password(),
                            "muster.data-dir=" + freshFolder(),
                            "muster.operator-key=" + TestTenants.OPERATOR_KEY,
                            "muster.oidc.issuer=" + TestProvider.ISSUER,
                            "muster.oidc.client-id=" + TestProvider.CLIENT,
                            "muster.oidc.client-secret=" + TestProvider.SECRET)
                    .applyTo(context);
        }
    }

    private static EmbeddedPostgres server() {
        return Server.POSTGRES;
    }

    private static void execute(String sql) {
        try (Connection connection = server().superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts the server when the first test asks for it.
    private static final class Server {
        static final Path RUN = newRun();
        static final EmbeddedPostgres POSTGRES = start();

        private static Path newRun() {
            try {
                Files.createDirectories(HOME);
                removeDeadRuns();
                return Files.createTempDirectory(HOME, "run-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            var postgres = EmbeddedPostgres.start(settings(RUN));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                postgres.close();
                                delete(RUN);
                            }));
            var migrated = postgres.app();
            Flyway.configure()
                    .dataSource(migrated.url(), migrated.user(), migrated.password())
                    .load()
                    .migrate();
            try (Connection connection = postgres.superuser("postgres").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter database muster rename to " + TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres;
        }

        private static EmbeddedPostgres.Settings settings(Path run) {
            return new EmbeddedPostgres.Settings(run, HOME, Durability.SURVIVES_KILL);
        }

        /// A run whose lock is free belongs to a JVM that was killed.
        private static void removeDeadRuns() throws IOException {
            try (var runs = Files.newDirectoryStream(HOME, "run-*")) {
                for (Path run : runs) {
                    Path folder = run.resolve("postgres");
                    if (Files.isDirectory(folder)) {
                        FolderLock.tryAcquire(folder).ifPresent(lock -> remove(run, lock));
                    }
                }
            }
        }

        private static void remove(Path run, FolderLock lock) {
            try (lock) {
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("-D " + run + "/"))
                        .forEach(ProcessHandle::destroyForcibly);
                delete(run);
            } catch (UncheckedIOException stillInUse) {
                // The next run tries again.
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
