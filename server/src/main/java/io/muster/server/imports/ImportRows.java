package io.muster.server.imports;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.report.RowsReport;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.run.IssueTally;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.DeliveryIssues;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of an import and what became of each.
@Component
public class ImportRows {
    private static final int REPORT_PAGE = 1_000;

    private final TenantTransactions transactions;
    private final RowStore store;
    private final ImportFiles files;
    private final Limits limits;

    ImportRows(TenantTransactions transactions, RowStore store, ImportFiles files, Limits limits) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.limits = limits;
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
        try (RowsReport report = new RowsReport(out, headers, run.id().toString())) {
            long after = 0;
            List<LoggedRow> rows = read(tenant, run, filter, after, REPORT_PAGE);
            while (!rows.isEmpty()) {
                Map<Long, List<String>> cells = cells(run, rows);
                for (LoggedRow row : rows) {
                    String result = row.action().equals("none") ? "failed" : row.action();
                    report.row(
                            row.row(),
                            result,
                            cells.getOrDefault(row.row(), List.of()),
                            row.info(),
                            Set.of());
                }
                after = rows.getLast().row();
                rows = read(tenant, run, filter, after, REPORT_PAGE);
            }
        }
    }

    private List<LoggedRow> read(
            TenantId tenant, Import run, @Nullable RowFilter filter, long after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, run.id(), filter, after, limit));
    }

    /// Rows of the log as people and programs see them.
    public List<ImportRow> views(Import run, List<LoggedRow> rows) {
        Map<Long, List<String>> cells = cells(run, rows);
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
                payload(run, row.cells() != null ? row.cells() : cells.getOrDefault(row.row(), List.of())));
    }

    /// Clean rows are not kept twice: what they held is read back from the file.
    private Map<Long, List<String>> cells(Import run, List<LoggedRow> rows) {
        Map<Long, List<String>> cells = new HashMap<>();
        Set<Long> wanted =
                rows.stream()
                        .filter(row -> row.cells() == null)
                        .map(LoggedRow::row)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (LoggedRow row : rows) {
            if (row.cells() != null) {
                cells.put(row.row(), row.cells());
            }
        }
        if (!wanted.isEmpty()) {
            readBack(run, wanted, cells);
        }
        return cells;
    }

    private void readBack(Import run, Set<Long> wanted, Map<Long, List<String>> cells) {
        try (RowReader reader =
                RowReaders.open(files.open(run), run.detection().format(), limits)) {
            long next = 1;
            for (long number : wanted) {
                if (number > next) {
                    reader.skipTo(number);
                }
                SourceRow row = reader.next();
                if (row instanceof SourceRow.Filled filled) {
                    cells.put(number, filled.cells());
                }
                next = number + 1;
            }
        } catch (IOException | UnreadableFileException e) {
            throw new FileStoreException("The imported file can no longer be read", e);
        }
    }
}
