package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestDatabase;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What must hold of a tenant's imports at every moment, whatever happened before; asked of the
/// database itself, over all walls.
public final class Invariants {
    // Of tables that have just been filled the planner knows too little to choose well.
    private static final String PLANS = "-c enable_nestloop=off";

    private final DatabaseAddress superuser;

    /// @param superuser sees all tenants
    public Invariants(DatabaseAddress superuser) {
        this.superuser = superuser;
    }

    /// Looks over a database of [TestDatabase].
    public static Invariants of(DatabaseAddress address) {
        return new Invariants(TestDatabase.asSuperuser(address));
    }

    /// Fails with everything that does not hold.
    public void assertHold(TenantId tenant) {
        assertThat(broken(tenant, InvariantRules.ALWAYS)).as("broken invariants").isEmpty();
        assertThat(broken(tenant, UndoInvariantRules.ALWAYS)).as("broken by undo").isEmpty();
    }

    /// For a tenant whose contacts come from its imports alone.
    public void assertHoldAndExplainEveryContact(TenantId tenant) {
        assertHold(tenant);
        assertThat(broken(tenant, InvariantRules.ALL_FROM_IMPORTS))
                .as("unexplained contacts")
                .isEmpty();
    }

    private List<String> broken(TenantId tenant, List<InvariantRules.Rule> rules) {
        List<String> broken = new ArrayList<>();
        try (var connection =
                new SingleConnectionDataSource(
                        superuser.url(), superuser.user(), superuser.password(), true)) {
            Properties properties = new Properties();
            properties.setProperty("options", PLANS);
            connection.setConnectionProperties(properties);
            JdbcClient database = JdbcClient.create(connection);
            for (InvariantRules.Rule rule : rules) {
                database.sql(rule.offenders())
                        .param("tenant", tenant.value())
                        .query(String.class)
                        .list()
                        .forEach(offender -> broken.add(rule.name() + ": " + offender));
            }
        }
        return broken;
    }
}
