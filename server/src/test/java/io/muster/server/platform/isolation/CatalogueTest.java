package io.muster.server.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Every table has its place: it belongs to tenants and is walled, or stands on the short list of
/// those that do not.
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueTest {
    private final Catalogue catalogue = catalogue();

    private static Catalogue catalogue() {
        var address = TestDatabase.fresh();
        return new Catalogue(
                JdbcClient.create(
                        new DriverManagerDataSource(
                                address.url(), address.user(), address.password())));
    }

    List<String> tenantTables() {
        return catalogue.tenantTables();
    }

    @Test
    void theTablesAreFound() {
        assertThat(catalogue.tenantTables()).contains("tenant", "contact", "log_row_default");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void keysBeginWithTheTenant(String table) {
        assertThat(catalogue.keysWithoutTenant(table)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void rowsAreGuarded(String table) {
        assertThat(catalogue.isGuarded(table)).isTrue();
    }

    @Test
    void onlyTheseOpeningsAreInTheWall() {
        assertThat(catalogue.openings())
                .containsExactly(
                        "api_key.presented_key", "member.own_memberships", "tenant.housekeeping");
    }
}
