package io.muster.server.imports.repair;

import io.muster.engine.file.Limits;
import io.muster.engine.plan.Plan;
import io.muster.server.imports.Import;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Component;

/// Opens the rows of imports as they stand after all that people did to them. Review, run, retry
/// and pages come here; nobody else lays edits over rows.
@Component
public class RowRepairs {
    private final TenantTransactions transactions;
    private final RepairStore store;
    private final RowStore rows;
    private final Limits limits;

    RowRepairs(TenantTransactions transactions, RepairStore store, RowStore rows, Limits limits) {
        this.transactions = transactions;
        this.store = store;
        this.rows = rows;
        this.limits = limits;
    }

    /// @param plan made from the import's settings
    public RepairedRows of(TenantId tenant, Import of, Plan plan) {
        return of(tenant, of, plan, List.of());
    }

    /// Whether nobody has done anything to the rows, or all of it was undone.
    boolean areUntouched(TenantId tenant, Import of) {
        return new Steps(transactions.call(tenant, () -> store.steps(tenant, of.id()))).isEmpty();
    }

    /// @param trial fixes that nobody has made yet, as if they came after all others
    RepairedRows of(TenantId tenant, Import of, Plan plan, List<BulkFix> trial) {
        Steps steps =
                new Steps(transactions.call(tenant, () -> store.steps(tenant, of.id())), trial);
        return new RepairedRows(
                tenant,
                of.id(),
                transactions,
                store,
                rows,
                steps,
                plan.repairs(of.columns().size(), limits.cellChars()),
                of.columns().size());
    }
}
