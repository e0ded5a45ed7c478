package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestDatabase;
import io.muster.server.imports.Invariants;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A database and a folder for files that the nodes of a test share, and what can be seen in them
/// over all walls.
///
/// @param app as whom the nodes sign in
/// @param superuser as whom the test looks
/// @param database the superuser's one connection, opened anew when it was lost
record Installation(
        DatabaseAddress app, DatabaseAddress superuser, JdbcClient database, Path files) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String CONTACTS = "select count(*) from contact where tenant_id = :tenant";
    private static final Duration POLL = Duration.ofMillis(20);

    /// On the server that all tests share.
    static Installation fresh() {
        return of(TestDatabase.fresh(), TestDatabase.freshFolder());
    }

    /// @param app a database of the server that all tests share
    static Installation of(DatabaseAddress app, Path files) {
        return of(app, TestDatabase.asSuperuser(app), files);
    }

    static Installation of(DatabaseAddress app, DatabaseAddress superuser, Path files) {
        return new Installation(app, superuser, JdbcClient.create(connection(superuser)), files);
    }

    /// Begins to start a node.
    Node launch(Map<String, String> settings) throws IOException {
        return Node.launch(app, files, settings);
    }

    RunState state(UUID importId) {
        return database.sql(RunState.SELECT).param("id", importId).query(RunState::read).single();
    }

    /// Waits until an import is as far as that; no matter if the database is away meanwhile.
    RunState await(UUID importId, Predicate<RunState> far) {
        return patiently().until(() -> state(importId), far);
    }

    /// Waits until nodes that were killed have left the database too.
    void awaitSilence() {
        patiently()
                .until(() ->
                        database.sql(
                                        """
                                        select not exists (select from pg_stat_activity
                                                            where datname = current_database() and usename = :user)
                                        """)
                                .param("user", app.user())
                                .query(Boolean.class)
                                .single());
    }

    /// Checks an import of a file into an empty tenant, wherever it stands: it has counted the very
    /// rows that it has written.
    void assertExact(TenantId tenant, UUID importId, KnownFile file) {
        RunState state = state(importId);
        assertThat(state.counts())
                .as("after row %d, %s", state.cursor(), state.status())
                .isEqualTo(file.counts(state.cursor()));
        assertThat(ask(tenant, CONTACTS)).isEqualTo(state.counts().created());
        assertInvariants(tenant);
    }

    /// Waits for the end of an import of a file into an empty tenant, and checks it.
    RunState assertCompletes(TenantId tenant, UUID importId, KnownFile file) {
        RunState state = await(importId, RunState::isFinished);
        assertThat(state.status()).isEqualTo("completed");
        assertThat(state.counts()).isEqualTo(file.counts());
        assertExact(tenant, importId, file);
        return state;
    }

    /// For a tenant whose contacts come from its imports alone.
    void assertInvariants(TenantId tenant) {
        new Invariants(superuser).assertHoldAndExplainEveryContact(tenant);
    }

    long contacts(TenantId tenant) {
        return database.sql("select count(*) from contact where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }

    /// Asks for a number.
    ///
    /// @param question SQL with the parameter `tenant`
    long ask(TenantId tenant, String question) {
        return database.sql(question).param("tenant", tenant.value()).query(Long.class).single();
    }

    static SingleConnectionDataSource connection(DatabaseAddress to) {
        return new SingleConnectionDataSource(to.url(), to.user(), to.password(), true) {
            @Override
            public Connection getConnection() throws SQLException {
                try {
                    return super.getConnection();
                } catch (SQLException lost) {
                    resetConnection();
                    return super.getConnection();
                }
            }
        };
    }

    static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions();
    }
}
