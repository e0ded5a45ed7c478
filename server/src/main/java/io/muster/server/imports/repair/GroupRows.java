package io.muster.server.imports.repair;

import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.SourceRow;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.engine.repair.Repaired;
import io.muster.engine.repair.Scope;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.review.ReviewFilter;
import io.muster.server.imports.review.ReviewRows;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/// The rows that one reason keeps out, as they stand now.
@Service
public class GroupRows {
    private static final int LOOKED_AT = 1_000;

    private final TenantTransactions transactions;
    private final RowStore rows;
    private final ReviewStore reviews;
    private final ReviewRows reviewRows;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final RepairWork work;

    GroupRows(
            TenantTransactions transactions,
            RowStore rows,
            ReviewStore reviews,
            ReviewRows reviewRows,
            ImportPlans plans,
            RowRepairs repairs,
            RepairWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.reviews = reviews;
        this.reviewRows = reviewRows;
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
                () -> work.now(tenant, of, plan, open(tenant, of, plan, issue, after, limit)));
    }

    /// Distinct texts in the cells of the field that still have the remark, and how often each
    /// occurs, the most frequent first; of the first thousand rows.
    ///
    /// @param most how many texts at most
    public Map<String, Long> values(TenantId tenant, Import of, Issue issue, int most) {
        Plan plan = plans.of(tenant, of);
        List<Column> columns = issue.field() == null ? List.of() : plan.columns().of(issue.field());
        Scope scope = new Scope(issue.code(), issue.field());
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!columns.isEmpty()) {
            transactions.call(tenant, () -> open(tenant, of, plan, issue, 0, LOOKED_AT)).stream()
                    .filter(row -> scope.isAmong(row.remarks()))
                    .flatMap(row -> columns.stream().map(column -> row.cell(column.index())))
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> counts.merge(FormulaGuard.restore(cell), 1L, Long::sum));
        }
        Map<String, Long> frequent = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
        return frequent;
    }

    private List<Repaired> open(
            TenantId tenant, Import of, Plan plan, Issue issue, long after, int limit) {
        RepairedRows work = repairs.of(tenant, of, plan);
        return of.status() == ImportStatus.UPLOADED
                ? work.file(reviewed(tenant, of, issue, after, limit))
                : work.logged(logged(tenant, of, issue, after, limit));
    }

    private List<SourceRow> reviewed(
            TenantId tenant, Import of, Issue issue, long after, int limit) {
        ReviewFilter filter =
                new ReviewFilter(null, null, Set.of(issue.code()), issue.field(), false, null);
        return reviews.find(tenant, of.id())
                .map(review -> reviewRows.sources(tenant, of, review, filter, after + 1, limit))
                .orElse(List.of());
    }

    private List<LoggedRow> logged(TenantId tenant, Import of, Issue issue, long after, int limit) {
        List<LoggedRow> open = new ArrayList<>();
        long from = after;
        while (open.size() < limit) {
            List<LoggedRow> page =
                    rows.list(tenant, of.id(), new RowSelection(null, issue), from, limit);
            page.stream().filter(LoggedRow::isOpen).limit(limit - open.size()).forEach(open::add);
            if (page.size() < limit) {
                return open;
            }
            from = page.getLast().row();
        }
        return open;
    }
}
