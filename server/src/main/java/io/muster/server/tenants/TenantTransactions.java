package io.muster.server.tenants;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in a transaction that sees one tenant's rows and no others.
///
/// The tenant is set for the transaction only, so a pooled connection never carries it on. Work
/// that is already inside a transaction of the same tenant joins it; inside another tenant's it is
/// refused, because its rows would then be read and written as the other's.
public final class TenantTransactions {
    private static final String ENTER = "select set_config('muster.tenant', :tenant, true)";
    private static final String ENTERED =
            "select coalesce(current_setting('muster.tenant', true), '')";

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    public <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        return transactions.execute(status -> {
            enter(tenant, status);
            return work.get();
        });
    }

    public void run(TenantId tenant, Runnable work) {
        transactions.executeWithoutResult(status -> {
            enter(tenant, status);
            work.run();
        });
    }

    private void enter(TenantId tenant, TransactionStatus status) {
        if (!status.isNewTransaction()) {
            String entered = jdbc.sql(ENTERED).query(String.class).single();
            if (entered.equals(tenant.toString())) {
                return;
            }
            if (!entered.isEmpty()) {
                throw new IllegalStateException("A transaction of another tenant is open here");
            }
        }
        jdbc.sql(ENTER).param("tenant", tenant.toString()).query(String.class).single();
    }
}
