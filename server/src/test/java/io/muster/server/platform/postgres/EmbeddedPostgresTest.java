package io.muster.server.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.muster.server.TestDatabase;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.StartRefusedException;
import io.muster.server.platform.postgres.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {
    private Path data;

    /// The loss of power is not tested here, so only the look at the settings waits for the disk.
    static Settings settings(Path data) {
        return new Settings(data, TestDatabase.HOME, Durability.SURVIVES_KILL);
    }

    @BeforeEach
    void folder(@TempDir Path temp) throws IOException {
        data = temp.toRealPath().resolve("data of muster");
    }

    @Test
    void isDurableClosedToStrangersAndTheSameEverywhere() throws Exception {
        try (var keeper =
                EmbeddedPostgres.start(
                        new Settings(data, TestDatabase.HOME, Durability.SURVIVES_POWER_LOSS))) {
            assertThat(ask(keeper, "show fsync")).isEqualTo("on");
            assertThat(ask(keeper, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(keeper, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(keeper, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(keeper, "show unix_socket_directories")).isEmpty();
            assertThat(ask(keeper, "show data_directory")).isEqualTo(cluster().toString());
            assertThat(
                            ask(
                                    keeper,
                                    "select concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding),"
                                            + " pg_get_userbyid(datdba)) from pg_database where datname = 'muster'"))
                    .isEqualTo("b C.UTF-8 UTF8 muster");
            assertThat(
                            ask(
                                    keeper,
                                    "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(
                            ask(
                                    keeper,
                                    "select concat_ws(' ', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,"
                                            + " rolreplication) from pg_roles where rolname = 'muster'"))
                    .isEqualTo("f f f f f");
            var app = keeper.app();
            var guess = new DatabaseAddress(app.url(), app.user(), "guess");
            assertThatExceptionOfType(SQLException.class).isThrownBy(guess::connect);
        }
        for (String secret : new String[] {"postgres", "muster"}) {
            var permissions =
                    Files.getPosixFilePermissions(data.resolve("secrets").resolve(secret));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void refusedStatementsLeaveNoDataInTheLog() throws Exception {
        try (var keeper = start()) {
            execute(keeper, "create table people (email text primary key)");
            execute(keeper, "insert into people values ('ada@example.org')");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> execute(keeper, "insert into people values ('ada@example.org')"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(keeper, "select 'ada@example.org'::int"));
        }
        assertThat(data.resolve("postgres/postgres.log")).content().doesNotContain("ada@");
    }

    @Test
    void aRestartKeepsDataPortAndPasswords() throws Exception {
        DatabaseAddress before;
        try (var keeper = start()) {
            before = keeper.app();
            execute(keeper, "create table kept as select 'committed' as value");
        }
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
        try (var keeper = start()) {
            assertThat(keeper.app()).isEqualTo(before);
            assertThat(ask(keeper.app(), "select value from kept")).isEqualTo("committed");
        }
    }

    @Test
    void anotherPortIsTakenWhenTheLastOneIsInUse() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Files.createDirectories(data.resolve("postgres"));
            Files.writeString(data.resolve("postgres/port"), stranger.getLocalPort() + "\n");
            try (var keeper = start()) {
                assertThat(keeper.app().url()).doesNotContain(":" + stranger.getLocalPort() + "/");
                assertThat(ask(keeper, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (var keeper = start()) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("Another Muster is running on the data folder " + data);
            assertThat(ask(keeper, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aStalePidThatNowBelongsToAnotherProgramDoesNotBlockTheStart() throws Exception {
        start().close();
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster() + "\n");

        try (var keeper = start()) {
            assertThat(ask(keeper, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aStalePidThatNowBelongsToAnotherPostgresLeavesThatAlone(@TempDir Path elsewhere)
            throws Exception {
        try (var other = EmbeddedPostgres.start(settings(elsewhere))) {
            start().close();
            Path pid = elsewhere.toRealPath().resolve("postgres/cluster/postmaster.pid");
            Files.copy(pid, cluster().resolve("postmaster.pid"));
            String started = ask(other, "select pg_postmaster_start_time()");

            try (var keeper = start()) {
                assertThat(ask(keeper, "show data_directory")).isEqualTo(cluster().toString());
            }
            assertThat(ask(other, "select pg_postmaster_start_time()")).isEqualTo(started);
        }
    }

    @Test
    void aServerOfOtherDataIsNotOurs() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedPostgres.requireOurs(Path.of("/other"), Path.of("/ours")))
                .withMessageContaining("keeps its data in /other, not in /ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the app alone", "the app and PostgreSQL"})
    void whatAKilledAppLeftIsSettledAndItsDataKept(String killed) throws Exception {
        var app = KeeperProcess.start(data);
        var server = server();
        app.destroyForcibly().waitFor();
        if (killed.endsWith("PostgreSQL")) {
            process(server).destroyForcibly();
        }

        try (var keeper = start()) {
            assertThat(server.isAlive()).isFalse();
            assertThat(ask(keeper.app(), "select value from kept")).isEqualTo("committed");
        }
    }

    @Test
    void aServerKilledUnderTheAppComesBackOnItsPort() throws Exception {
        try (var keeper = start()) {
            execute(keeper, "create table kept as select 'committed' as value");
            for (int kill = 0; kill < 3; kill++) {
                process(server()).destroyForcibly();

                assertThat(askUntilAnswered(keeper.app(), "select value from kept"))
                        .isEqualTo("committed");
            }
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAnew() throws Exception {
        Path draft = Files.createDirectories(data.resolve("postgres/cluster.new"));
        Files.writeString(draft.resolve("PG_VERSION"), "18\n");

        try (var keeper = start()) {
            assertThat(ask(keeper, "select 1")).isEqualTo("1");
        }
        assertThat(draft).doesNotExist();
    }

    @Test
    void dataWithoutItsPasswordOrOfAnotherVersionIsRefused() throws Exception {
        start().close();
        Path secret = data.resolve("secrets/postgres");
        Path aside = Files.move(secret, data.resolve("aside"));
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(this::start)
                .withMessageContaining(secret.toString());

        Files.move(aside, secret);
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(this::start)
                .withMessageContaining("was made by PostgreSQL 17");
    }

    @Test
    void asRootItRunsAsTheOwnerOfItsFolder() throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"), "only root can give folders away");
        Files.setPosixFilePermissions(
                data.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path folder = Files.createDirectories(data.resolve("postgres"));
        new PostgresAccount.OtherUser("nobody", 0).own(folder);

        try (var keeper = start()) {
            assertThat(process(server()).info().user()).contains("nobody");
            assertThat(ask(keeper, "select 1")).isEqualTo("1");
        }
        start().close();
    }

    @Test
    void asRootAFolderThatItsOwnerCannotEnterIsRefused() throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"), "only root can give folders away");
        Path folder = Files.createDirectories(data.resolve("postgres"));
        new PostgresAccount.OtherUser("nobody", 0).own(folder);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(this::start)
                .withMessageContaining("the user nobody may not enter " + folder);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(settings(data));
    }

    private Path cluster() {
        return data.resolve("postgres/cluster");
    }

    private Postmaster server() throws IOException {
        var postmaster = Postmaster.recordedIn(cluster()).orElseThrow();
        assertThat(postmaster.isAlive()).isTrue();
        return postmaster;
    }

    private static ProcessHandle process(Postmaster postmaster) {
        return ProcessHandle.of(postmaster.pid()).orElseThrow();
    }

    static void execute(EmbeddedPostgres keeper, String sql) throws SQLException {
        try (var connection = keeper.app().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres keeper, String sql) throws SQLException {
        return ask(keeper.superuser("postgres"), sql);
    }

    private static String ask(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String askUntilAnswered(DatabaseAddress address, String sql)
            throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return ask(address, sql);
            } catch (SQLException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
