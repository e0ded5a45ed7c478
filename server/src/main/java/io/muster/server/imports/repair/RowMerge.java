package io.muster.server.imports.repair;

import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.SourceRow;
import io.muster.engine.repair.Repaired;
import io.muster.engine.report.RowsWorkbook;
import io.muster.server.imports.Import;
import io.muster.server.imports.repair.RepairedFileRows.Line;
import io.muster.server.imports.store.RepairStore.StoredEdit;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares rows of a repaired file with those of the import as they stand, and notes what differs.
/// Needs the tenant's transaction.
final class RowMerge {
    private final TenantId tenant;
    private final Import of;
    private final RowStore store;
    private final RepairedRows repaired;
    private final Map<Integer, Integer> columns;
    private long changed;
    private long imported;

    /// @param columns where the columns of the import stand in the file
    RowMerge(
            TenantId tenant,
            Import of,
            RowStore store,
            RepairedRows repaired,
            Map<Integer, Integer> columns) {
        this.tenant = tenant;
        this.of = of;
        this.store = store;
        this.repaired = repaired;
        this.columns = columns;
    }

    /// How many rows said something else.
    long changed() {
        return changed;
    }

    /// How many rows are imported already.
    long imported() {
        return imported;
    }

    List<StoredEdit> edits(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<LoggedRow> open =
                store.byNumber(tenant, of.id(), lines.stream().map(Line::number).toList()).stream()
                        .filter(LoggedRow::isOpen)
                        .toList();
        imported += lines.size() - open.size();
        Map<Long, Repaired> now =
                repaired.logged(open).stream()
                        .collect(Collectors.toMap(row -> row.row().number(), Function.identity()));
        List<StoredEdit> edits = new ArrayList<>();
        for (Line line : lines) {
            Repaired row = now.get(line.number());
            Map<Integer, @Nullable String> cells = row == null ? Map.of() : changes(row, line);
            if (!cells.isEmpty()) {
                edits.add(new StoredEdit(line.number(), 0, 0, cells, false));
            }
        }
        changed += edits.size();
        return edits;
    }

    private Map<Integer, @Nullable String> changes(Repaired row, Line line) {
        List<String> before = row.row().cells();
        int width = of.columns().size();
        if (row.row() instanceof SourceRow.Unreadable
                && before.size() <= width
                && line.beyond().stream().anyMatch(text -> !text.isEmpty())) {
            // The text that could not be told apart still stands there.
            return Map.of();
        }
        Map<Integer, @Nullable String> cells = new HashMap<>();
        columns.forEach((column, at) -> {
            String old = column < before.size() ? before.get(column) : "";
            String text = FormulaGuard.restore(line.cells().get(at));
            if (!isSame(text, old)) {
                cells.put(column, text);
            }
        });
        for (int i = width; i < before.size(); i++) {
            int at = i - width;
            String text =
                    at < line.beyond().size() ? FormulaGuard.restore(line.beyond().get(at)) : "";
            if (!isSame(text, before.get(i))) {
                cells.put(i, text);
            }
        }
        return cells;
    }

    /// The cell of a workbook may have had no room for all of it.
    private static boolean isSame(String text, String before) {
        String restored = FormulaGuard.restore(before);
        return text.equals(restored) || text.equals(RowsWorkbook.cut(restored));
    }
}
