package io.muster.server.imports.repair;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.repair.Repaired;
import io.muster.engine.repair.Repairs;
import io.muster.server.imports.run.RowMapping;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RepairStore.StoredEdit;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The rows of one import as they stand after all that people did to them. Safe for use by many
/// threads; steps that are made later are not seen.
public final class RepairedRows implements RowMapping {
    private final TenantId tenant;
    private final UUID importId;
    private final TenantTransactions transactions;
    private final RepairStore store;
    private final RowStore rows;
    private final Steps steps;
    private final Repairs repairs;
    private final int width;

    RepairedRows(
            TenantId tenant,
            UUID importId,
            TenantTransactions transactions,
            RepairStore store,
            RowStore rows,
            Steps steps,
            Repairs repairs,
            int width) {
        this.tenant = tenant;
        this.importId = importId;
        this.transactions = transactions;
        this.store = store;
        this.rows = rows;
        this.steps = steps;
        this.repairs = repairs;
        this.width = width;
    }

    @Override
    public List<MappedRow> map(List<SourceRow> rows) {
        return steps.isEmpty()
                ? rows.stream().map(repairs::map).toList()
                : file(rows).stream().map(Repaired::mapped).toList();
    }

    /// Rows of the file that no attempt has taken up yet.
    public List<Repaired> file(List<SourceRow> rows) {
        Map<Long, List<StoredEdit>> edits = edits(rows.stream().mapToLong(SourceRow::number));
        List<Repaired> repaired = new ArrayList<>(rows.size());
        for (SourceRow row : rows) {
            repaired.add(repairs.apply(row, List.of(), steps.of(0, edits(edits, row.number()))));
        }
        return repaired;
    }

    /// Rows that an attempt has failed or skipped.
    public List<Repaired> logged(List<LoggedRow> rows) {
        Map<Long, List<StoredEdit>> edits = edits(rows.stream().mapToLong(LoggedRow::row));
        List<Repaired> repaired = new ArrayList<>(rows.size());
        for (LoggedRow row : rows) {
            repaired.add(
                    repairs.apply(
                            source(row),
                            row.info(),
                            row.isAboutErased()
                                    ? List.of()
                                    : steps.of(row.attempt(), edits(edits, row.row()))));
        }
        return repaired;
    }

    /// Some rows that the next attempt may take up; none only behind the last.
    ///
    /// @param after only rows with a higher number
    public List<LoggedRow> retryable(long after, int limit) {
        return transactions.call(tenant, () -> rows.retryable(tenant, importId, after, limit));
    }

    private Map<Long, List<StoredEdit>> edits(LongStream numbers) {
        if (!steps.hasEdits()) {
            return Map.of();
        }
        var range = numbers.summaryStatistics();
        return transactions
                .call(tenant, () -> store.edits(tenant, importId, range.getMin(), range.getMax()))
                .stream()
                .collect(Collectors.groupingBy(StoredEdit::row));
    }

    private static List<StoredEdit> edits(Map<Long, List<StoredEdit>> edits, long row) {
        return edits.getOrDefault(row, List.of());
    }

    /// The row as the last attempt saw it.
    private SourceRow source(LoggedRow row) {
        List<String> cells = row.cells() == null ? List.of() : row.cells();
        if (row.info().stream().anyMatch(info -> info.code() == Code.BLANK_ROW)) {
            return new SourceRow.Blank(row.row(), SourceRow.NO_LINE);
        }
        if (row.info().stream().anyMatch(info -> SourceRow.Unreadable.isReason(info.code()))) {
            return new SourceRow.Unreadable(row.row(), SourceRow.NO_LINE, cells, row.info());
        }
        List<String> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(Math.max(0, width - cells.size()), ""));
        return new SourceRow.Filled(
                row.row(), SourceRow.NO_LINE, List.copyOf(padded.subList(0, width)), List.of());
    }
}
