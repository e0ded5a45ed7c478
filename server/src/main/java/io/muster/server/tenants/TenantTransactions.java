package io.muster.server.tenants;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
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

    private static final String KEEP_HOUSE = "select set_config('muster.housekeeping', 'on', true)";
    private static final String TENANTS = "select tenant_id from tenant order by tenant_id";

    private final TransactionTemplate transactions;
    private final TransactionTemplate parts;
    private final JdbcClient jdbc;
    private final List<TransactionWitness> witnesses;

    public TenantTransactions(
            PlatformTransactionManager manager,
            JdbcClient jdbc,
            List<TransactionWitness> witnesses) {
        this.transactions = new TransactionTemplate(manager);
        this.parts = new TransactionTemplate(manager);
        parts.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
        this.witnesses = List.copyOf(witnesses);
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

    /// Runs a part of the open transaction. When it throws, what it wrote is taken back and the
    /// rest of the transaction stands.
    public void part(Runnable work) {
        parts.executeWithoutResult(status -> work.run());
    }

    /// Does what is due at every tenant there is, outside of any transaction. What fails at one
    /// does not keep the others waiting; it is thrown in the end.
    public void forEach(Consumer<TenantId> work) {
        RuntimeException failed = null;
        for (TenantId tenant : all()) {
            try {
                work.accept(tenant);
            } catch (RuntimeException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private List<TenantId> all() {
        return transactions.execute(status -> {
            if (!status.isNewTransaction()) {
                throw new IllegalStateException("A transaction is open here");
            }
            jdbc.sql(KEEP_HOUSE).query(String.class).single();
            return jdbc.sql(TENANTS)
                    .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                    .list();
        });
    }

    private void enter(TenantId tenant, TransactionStatus status) {
        name(tenant, status);
        witnesses.forEach(witness -> witness.entered(tenant));
    }

    private void name(TenantId tenant, TransactionStatus status) {
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
