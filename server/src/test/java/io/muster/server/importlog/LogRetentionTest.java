package io.muster.server.importlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.imports.ImportApi;
import io.muster.server.tenants.TenantTransactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServerTest
class LogRetentionTest {
    private static final String RETENTION = "/api/v1/import-log/retention";
    private static final String ALL = "/api/v1/import-log?from=2000-01-01T00:00:00Z";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired LogRetention retention;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    @Test
    void whatIsTooOldGoesOfWhoeverSaysSo() {
        TestTenant forgetful = withOldAndNew();
        TestTenant keeper = withOldAndNew();
        var api = new TestApi(web, forgetful);
        assertThat(api.call(HttpMethod.PUT, RETENTION, "{\"days\": 60}")).hasStatusOk();

        retention.run();

        assertThat(TestApi.json(api.get(ALL)).<Integer>read("$.counts.all")).isEqualTo(1);
        assertThat(TestApi.json(api.get(ALL + "&q=ada")).<Integer>read("$.counts.all")).isZero();
        assertThat(rows(forgetful)).isEqualTo(1);
        assertThat(rows(keeper)).isEqualTo(2);
        assertThat(TestApi.json(new TestApi(web, keeper).get(ALL)).<Integer>read("$.counts.all"))
                .isEqualTo(2);
    }

    @Test
    void theLogIsKeptForEverUnlessSomebodySaysOtherwise() {
        var api = new TestApi(web, tenants.create());

        assertThat(TestApi.json(api.get(RETENTION)).<Object>read("$.days")).isNull();
        assertThat(api.call(HttpMethod.PUT, RETENTION, "{\"days\": 400}")).hasStatusOk();
        assertThat(TestApi.json(api.get(RETENTION)).<Integer>read("$.days")).isEqualTo(400);
        assertThat(api.call(HttpMethod.PUT, RETENTION, "{\"days\": null}")).hasStatusOk();
        assertThat(TestApi.json(api.get(RETENTION)).<Object>read("$.days")).isNull();
        assertThat(api.call(HttpMethod.PUT, RETENTION, "{\"days\": 3}"))
                .as("an undo needs it")
                .hasStatus(422);
    }

    /// One entry of a hundred days ago, about Ada, and one of now.
    private TestTenant withOldAndNew() {
        TestTenant tenant = tenants.create();
        var imports = new ImportApi(web, tenant);
        imports.run("Phone,First name\n+12125550101,Ada\n", "");
        transactions.run(
                tenant.id(),
                () -> {
                    jdbc.sql("update delivery set received_at = received_at - interval '100 days'")
                            .update();
                    jdbc.sql(
                                    "update log_tally set begins_at = date_trunc(span, begins_at - interval '100 days', 'UTC')")
                            .update();
                });
        imports.run("Phone,First name\n+12125550102,Ben\n", "");
        return tenant;
    }

    private int rows(TestTenant tenant) {
        return transactions.call(
                tenant.id(),
                () -> jdbc.sql("select count(*) from log_row").query(Integer.class).single());
    }
}
