package io.muster.server.imports.undo;

import io.muster.engine.report.RowsFile;
import io.muster.engine.report.RowsReport;
import io.muster.server.imports.FileRows;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.undo.store.UndoRowStore;
import io.muster.server.imports.undo.store.UndoRowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of an undo and how each ended.
@Component
public class UndoRows {
    private static final int REPORT_PAGE = 1_000;

    private final TenantTransactions transactions;
    private final UndoRowStore store;
    private final FileRows fileRows;

    UndoRows(TenantTransactions transactions, UndoRowStore store, FileRows fileRows) {
        this.transactions = transactions;
        this.store = store;
        this.fileRows = fileRows;
    }

    /// Rows in file order.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<UndoRow> list(
            TenantId tenant, UUID importId, @Nullable UndoResult filter, long after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, importId, filter, after, limit));
    }

    /// Writes rows as a CSV file in the shape of the imported one, with how each was undone.
    ///
    /// @param filter null for all rows
    public void report(TenantId tenant, Import of, @Nullable UndoResult filter, Writer out)
            throws IOException {
        List<String> headers = of.columns().stream().map(ImportColumn::name).toList();
        try (RowsFile report = new RowsReport(out, headers, of.id().toString());
                FileRows.Walk file = fileRows.walk(of)) {
            List<LoggedRow> rows = some(tenant, of.id(), filter, 0);
            while (!rows.isEmpty()) {
                for (LoggedRow logged : rows) {
                    UndoRow row = logged.row();
                    List<String> cells = logged.cells();
                    report.row(
                            row.row(),
                            row.result(),
                            cells == null ? file.cells(row.row()) : cells,
                            row.info(),
                            Set.of());
                }
                rows = some(tenant, of.id(), filter, rows.getLast().row().row());
            }
        }
    }

    private List<LoggedRow> some(
            TenantId tenant, UUID importId, @Nullable UndoResult filter, long after) {
        return transactions.call(
                tenant, () -> store.some(tenant, importId, filter, after, REPORT_PAGE));
    }
}
