package io.muster.server.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestDatabase;
import io.muster.server.platform.DatabaseAddress;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The walls between tenants hold, and no part of them can go unnoticed: with any one policy
/// dropped, any table's row-level security off, or its owner let through, the same inspection finds
/// a hole.
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest {
    private static final String POLICIES =
            "select format('drop policy %I on %I', policyname, tablename) from pg_policies";

    private final DatabaseAddress address = TestDatabase.fresh();
    private final DataSource app = connection(address);
    private final JdbcClient jdbc = JdbcClient.create(app);
    private final List<String> tables = new Catalogue(jdbc).tenantTables();

    private static DataSource connection(DatabaseAddress address) {
        return new SingleConnectionDataSource(
                address.url(), address.user(), address.password(), true);
    }

    @BeforeAll
    void settle() {
        var superuser = JdbcClient.create(connection(TestDatabase.asSuperuser(address)));
        TwoTenants.settle(superuser, tables);
    }

    Stream<String> damages() {
        return Stream.concat(
                jdbc.sql(POLICIES).query((row, number) -> row.getString(1)).list().stream(),
                tables.stream()
                        .flatMap(table ->
                                Stream.of(
                                                "alter table %s disable row level security",
                                                "alter table %s no force row level security")
                                        .map(damage -> damage.formatted(table))));
    }

    @Test
    void theWallsHold() {
        assertThat(holesAfter("set local application_name = 'whole'")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aHoleIsFound(String damage) {
        assertThat(holesAfter(damage)).isNotEmpty();
    }

    /// Does the damage, looks, and takes it back.
    private List<String> holesAfter(String damage) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(app));
        return transaction.execute(status -> {
            jdbc.sql(damage).update();
            status.setRollbackOnly();
            return new Walls(jdbc, status).holes(tables);
        });
    }
}
