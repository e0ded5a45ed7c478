package io.muster.server.imports.repair;

import io.muster.engine.outcome.Info;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.engine.repair.Repaired;
import io.muster.engine.report.RowsFile;
import io.muster.engine.report.RowsReport;
import io.muster.engine.report.RowsWorkbook;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.RowFilter;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Writes the rows that failed into a file to mend them in, with what people did to them so far.
@Component
public class ErrorRows {
    private static final int PAGE = 1_000;

    private final TenantTransactions transactions;
    private final RowStore rows;
    private final ImportPlans plans;
    private final RowRepairs repairs;

    ErrorRows(
            TenantTransactions transactions, RowStore rows, ImportPlans plans, RowRepairs repairs) {
        this.transactions = transactions;
        this.rows = rows;
        this.plans = plans;
        this.repairs = repairs;
    }

    /// @param out is closed in the end
    public void write(TenantId tenant, Import of, FileKind kind, OutputStream out)
            throws IOException {
        List<String> headers = of.columns().stream().map(ImportColumn::name).toList();
        String id = of.id().toString();
        try (RowsFile file =
                switch (kind) {
                    case CSV ->
                            new RowsReport(
                                    new BufferedWriter(
                                            new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                                    headers,
                                    id);
                    case XLSX -> new RowsWorkbook(out, headers, id);
                }) {
            if (of.status() != ImportStatus.UPLOADED) {
                write(tenant, of, file);
            }
        }
    }

    private void write(TenantId tenant, Import of, RowsFile file) throws IOException {
        Plan plan = plans.of(tenant, of);
        RepairedRows repaired = repairs.of(tenant, of, plan);
        List<LoggedRow> page = page(tenant, of, 0);
        while (!page.isEmpty()) {
            List<Repaired> now = repaired.logged(page);
            for (int i = 0; i < page.size(); i++) {
                LoggedRow row = page.get(i);
                file.row(
                        row.row(),
                        "failed",
                        now.get(i).row().cells(),
                        row.info(),
                        marked(plan, row.info()));
            }
            page = page(tenant, of, page.getLast().row());
        }
    }

    private List<LoggedRow> page(TenantId tenant, Import of, long after) {
        return transactions.call(
                tenant,
                () -> rows.some(tenant, of.id(), RowSelection.of(RowFilter.FAILED), after, PAGE));
    }

    private static Set<Integer> marked(Plan plan, List<Info> info) {
        Set<Integer> marked = new HashSet<>();
        for (Info one : info) {
            if (one.field() != null) {
                plan.columns().of(one.field()).stream().map(Column::index).forEach(marked::add);
            }
        }
        return marked;
    }
}
