package io.muster.server.tenants;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in a transaction that sees one tenant's rows and no others.
///
/// The tenant is set for the transaction only, so a pooled connection never carries it on. Work
/// that is already inside a transaction of the same tenant joins it.
public final class TenantTransactions {
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    public <T extends @org.jspecify.annotations.Nullable Object> T call(
            TenantId tenant, Supplier<T> work) {
        return transactions.execute(status -> {
            enter(tenant);
            return work.get();
        });
    }

    public void run(TenantId tenant, Runnable work) {
        transactions.executeWithoutResult(status -> {
            enter(tenant);
            work.run();
        });
    }

    private void enter(TenantId tenant) {
        jdbc.sql("select set_config('muster.tenant', :tenant, true)")
                .param("tenant", tenant.toString())
                .query(String.class)
                .single();
    }
}
