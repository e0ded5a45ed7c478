package io.muster.server.imports;

import io.muster.engine.file.RowPlace;
import io.muster.engine.report.RowsFile;
import io.muster.engine.report.RowsReport;
import io.muster.server.imports.run.IssueTally;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.DeliveryIssues;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of an import and what became of each.
@Component
public class ImportRows {
    private static final int REPORT_PAGE = 1_000;

    private final TenantTransactions transactions;
    private final RowStore store;
    private final FileRows fileRows;

    ImportRows(TenantTransactions transactions, RowStore store, FileRows fileRows) {
        this.transactions = transactions;
        this.store = store;
        this.fileRows = fileRows;
    }

    /// Rows in file order.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<ImportRow> list(
            TenantId tenant, Import run, @Nullable RowFilter filter, long after, int limit) {
        return list(tenant, run, RowSelection.of(filter), after, limit);
    }

    /// Rows in file order.
    ///
    /// @param after only rows with a higher number
    public List<ImportRow> list(
            TenantId tenant, Import run, RowSelection selection, long after, int limit) {
        List<LoggedRow> rows =
                transactions.call(
                        tenant, () -> store.list(tenant, run.id(), selection, after, limit));
        return views(run, rows);
    }

    /// What was remarked about the rows so far, the most frequent first.
    public List<IssueCount> issues(TenantId tenant, Import run) {
        IssueTally tally = new IssueTally();
        for (DeliveryIssues delivery :
                transactions.call(tenant, () -> store.issues(tenant, run.id()))) {
            tally.addAll(delivery.issues());
            tally.removeAll(delivery.replaced());
        }
        return tally.issues();
    }

    /// Writes rows as a CSV file in the shape of the imported one.
    ///
    /// @param filter null for all rows
    public void report(TenantId tenant, Import run, @Nullable RowFilter filter, Writer out)
            throws IOException {
        List<String> headers = run.columns().stream().map(ImportColumn::name).toList();
        try (RowsFile report = new RowsReport(out, headers, run.id().toString());
                FileRows.Walk file = fileRows.walk(run)) {
            long after = 0;
            List<LoggedRow> rows = some(tenant, run, filter, after);
            while (!rows.isEmpty()) {
                for (LoggedRow row : rows) {
                    String result = row.action().equals("none") ? "failed" : row.action();
                    List<String> cells = row.cells();
                    report.row(
                            row.row(),
                            result,
                            cells == null ? file.cells(row.row()) : cells,
                            row.info(),
                            Set.of());
                }
                after = rows.getLast().row();
                rows = some(tenant, run, filter, after);
            }
        }
    }

    private List<LoggedRow> some(
            TenantId tenant, Import run, @Nullable RowFilter filter, long after) {
        return transactions.call(
                tenant,
                () -> store.some(tenant, run.id(), RowSelection.of(filter), after, REPORT_PAGE));
    }

    /// Rows of the log as people and programs see them.
    public List<ImportRow> views(Import run, List<LoggedRow> rows) {
        Map<Long, List<String>> cells = cells(rows, run);
        return rows.stream().map(row -> view(row, run, cells)).toList();
    }

    /// Cells by their headers.
    public static Map<String, String> payload(Import run, List<String> cells) {
        Map<String, String> payload = new LinkedHashMap<>();
        for (ImportColumn column : run.columns()) {
            payload.put(
                    column.name(), column.index() < cells.size() ? cells.get(column.index()) : "");
        }
        return payload;
    }

    private static ImportRow view(LoggedRow row, Import run, Map<Long, List<String>> cells) {
        return new ImportRow(
                row.row(),
                row.attempt(),
                row.result(),
                row.action(),
                row.matchedOn(),
                row.contactId(),
                row.info(),
                payload(
                        run,
                        row.cells() == null
                                ? cells.getOrDefault(row.row(), List.of())
                                : row.cells()));
    }

    /// Clean rows are not kept twice: what they held is read back from the file.
    private Map<Long, List<String>> cells(List<LoggedRow> rows, Import run) {
        SortedMap<Long, @Nullable RowPlace> wanted = new TreeMap<>();
        for (LoggedRow row : rows) {
            if (row.cells() == null) {
                wanted.put(row.row(), null);
            }
        }
        return fileRows.cells(run, wanted);
    }
}
