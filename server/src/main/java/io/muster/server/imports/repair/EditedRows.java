package io.muster.server.imports.repair;

import io.muster.engine.file.SourceRow;
import io.muster.engine.repair.Repaired;
import io.muster.server.imports.Import;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RepairStore.StoredEdit;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Shows rows of a file that is not imported yet as they stand after all that people did to them.
@Component
public class EditedRows {
    private final TenantTransactions transactions;
    private final RepairStore store;
    private final RowRepairs repairs;
    private final ImportPlans plans;

    EditedRows(
            TenantTransactions transactions,
            RepairStore store,
            RowRepairs repairs,
            ImportPlans plans) {
        this.transactions = transactions;
        this.store = store;
        this.repairs = repairs;
        this.plans = plans;
    }

    /// The cells of rows, by row number.
    public Map<Long, List<String>> cells(TenantId tenant, Import of, List<SourceRow> rows) {
        Map<Long, List<String>> cells = new HashMap<>();
        if (repairs.areUntouched(tenant, of)) {
            rows.forEach(row -> cells.put(row.number(), row.cells()));
            return cells;
        }
        for (Repaired row : repairs.of(tenant, of, plans.of(tenant, of)).file(rows)) {
            cells.put(row.row().number(), row.row().cells());
        }
        return cells;
    }

    /// The columns of cells that somebody has written by hand, by row number.
    public Map<Long, Set<Integer>> columns(TenantId tenant, Import of, long first, long last) {
        Map<Long, Set<Integer>> columns = new HashMap<>();
        for (StoredEdit edit :
                transactions.call(tenant, () -> store.edits(tenant, of.id(), first, last))) {
            columns.computeIfAbsent(edit.row(), any -> new TreeSet<>())
                    .addAll(edit.cells().keySet());
        }
        return columns;
    }
}
