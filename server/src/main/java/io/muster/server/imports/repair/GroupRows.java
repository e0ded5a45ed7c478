package io.muster.server.imports.repair;

import io.muster.engine.file.FormulaGuard;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.server.imports.Import;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.imports.store.RowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// The rows that one reason keeps out, as they stand now.
@Service
public class GroupRows {
    private static final int LOOKED_AT = 1_000;

    private final TenantTransactions transactions;
    private final RowStore rows;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final RepairWork work;

    GroupRows(
            TenantTransactions transactions,
            RowStore rows,
            ImportPlans plans,
            RowRepairs repairs,
            RepairWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.plans = plans;
        this.repairs = repairs;
        this.work = work;
    }

    /// What each row would be if it were taken up now, in file order.
    ///
    /// @param after only rows with a higher number
    public List<RowNow> list(TenantId tenant, Import of, Issue issue, long after, int limit) {
        Plan plan = plans.of(tenant, of);
        return transactions.call(
                tenant,
                () ->
                        work.now(
                                tenant,
                                of,
                                plan,
                                repairs.of(tenant, of, plan)
                                        .logged(open(tenant, of, issue, after, limit))));
    }

    /// Distinct texts in the cells of the field and how often each occurs, the most frequent first;
    /// of the first thousand rows.
    ///
    /// @param most how many texts at most
    public Map<String, Long> values(TenantId tenant, Import of, Issue issue, int most) {
        Plan plan = plans.of(tenant, of);
        List<Column> columns =
                issue.field() == null ? List.of() : plan.columns().of(issue.field());
        Map<String, Long> counts = new LinkedHashMap<>();
        transactions
                .call(tenant, () -> open(tenant, of, issue, 0, LOOKED_AT))
                .forEach(row -> {
                    List<String> cells = row.cells() == null ? List.of() : row.cells();
                    for (Column column : columns) {
                        if (column.index() < cells.size()
                                && !cells.get(column.index()).isEmpty()) {
                            counts.merge(
                                    FormulaGuard.restore(cells.get(column.index())),
                                    1L,
                                    Long::sum);
                        }
                    }
                });
        Map<String, Long> frequent = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
        return frequent;
    }

    private List<LoggedRow> open(TenantId tenant, Import of, Issue issue, long after, int limit) {
        List<LoggedRow> open = new ArrayList<>();
        long from = after;
        while (open.size() < limit) {
            List<LoggedRow> page =
                    rows.list(tenant, of.id(), new RowSelection(null, issue), from, limit);
            page.stream()
                    .filter(LoggedRow::isOpen)
                    .limit(limit - open.size())
                    .forEach(open::add);
            if (page.size() < limit) {
                return open;
            }
            from = page.getLast().row();
        }
        return open;
    }
}
