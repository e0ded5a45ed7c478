package io.muster.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TenantTransactionsTest {
    @Autowired TenantTransactions transactions;
    @Autowired TestTenants tenants;
    @Autowired JdbcClient jdbc;
    private TenantId one;
    private TenantId other;

    @BeforeEach
    void makeTenants() {
        one = tenants.create().id();
        other = tenants.create().id();
    }

    @Test
    void oneTenantIsInSight() {
        assertThat(transactions.call(one, this::inSight)).containsExactly(one);
    }

    @Test
    void outsideNobodyIs() {
        transactions.run(one, () -> {});

        assertThat(inSight()).isEmpty();
    }

    @Test
    void workOfTheSameTenantJoins() {
        var both =
                transactions.call(
                        one,
                        () -> List.of(transaction(), transactions.call(one, this::transaction)));

        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }

    @Test
    void workOfAnotherTenantIsRefused() {
        assertThatThrownBy(
                        () -> transactions.run(one, () -> transactions.run(other, this::inSight)))
                .isInstanceOf(IllegalStateException.class);
    }

    private String transaction() {
        return jdbc.sql("select pg_current_xact_id()::text")
                .query((row, number) -> row.getString(1))
                .single();
    }

    private List<TenantId> inSight() {
        return jdbc.sql("select tenant_id from tenant")
                .query((row, number) -> TenantId.parse(row.getString(1)))
                .list();
    }
}
