package io.muster.server.imports.undo;

import io.muster.engine.report.RowsReport;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.StoredCells;
import io.muster.server.imports.undo.store.UndoRowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of an undo and how each ended.
@Component
public class UndoRows {
    private static final int REPORT_PAGE = 1_000;

    private final TenantTransactions transactions;
    private final UndoRowStore store;
    private final ImportFiles files;

    UndoRows(TenantTransactions transactions, UndoRowStore store, ImportFiles files) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
    }

    /// Rows in file order.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<UndoRow> list(
            TenantId tenant, UUID importId, @Nullable UndoFilter filter, long after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, importId, filter, after, limit));
    }

    /// Writes rows as a CSV file in the shape of the imported one, with how each was undone.
    ///
    /// @param filter null for all rows
    public void report(TenantId tenant, Import of, @Nullable UndoFilter filter, Writer out)
            throws IOException {
        List<String> headers = of.columns().stream().map(ImportColumn::name).toList();
        try (StoredCells stored = files.cells(of);
                RowsReport report = new RowsReport(out, headers)) {
            List<UndoRow> rows = list(tenant, of.id(), filter, 0, REPORT_PAGE);
            while (!rows.isEmpty()) {
                Map<Long, List<String>> cells =
                        stored.of(
                                rows.stream()
                                        .map(UndoRow::row)
                                        .collect(Collectors.toCollection(TreeSet::new)));
                for (UndoRow row : rows) {
                    report.row(
                            row.row(),
                            row.result(),
                            cells.getOrDefault(row.row(), List.of()),
                            row.info());
                }
                rows = list(tenant, of.id(), filter, rows.getLast().row(), REPORT_PAGE);
            }
        }
    }
}
