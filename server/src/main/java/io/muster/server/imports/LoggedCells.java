package io.muster.server.imports;

import io.muster.engine.file.RowPlace;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.run.RowStream;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.PlaceStore;
import io.muster.server.imports.store.PlaceStore.Places;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What rows of the log said when they came, by the headers of their files. Clean rows are not kept
/// twice: they are read back from the file, near the place where they begin.
@Component
public class LoggedCells {
    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final PlaceStore places;
    private final FileRows fileRows;

    LoggedCells(
            TenantTransactions transactions,
            ImportStore imports,
            PlaceStore places,
            FileRows fileRows) {
        this.transactions = transactions;
        this.imports = imports;
        this.places = places;
        this.fileRows = fileRows;
    }

    /// A row of the log.
    ///
    /// @param cells as far as the log has them, null where they must be read back
    public record Row(long number, @Nullable List<String> cells) {}

    /// The raw cells by header, in the order of the rows; none for a row whose file is gone.
    public List<Map<String, String>> of(TenantId tenant, UUID importId, List<Row> rows) {
        Optional<Import> found = transactions.call(tenant, () -> imports.find(tenant, importId));
        if (found.isEmpty()) {
            return rows.stream().map(row -> Map.<String, String>of()).toList();
        }
        Map<Long, List<String>> readBack = readBack(tenant, found.get(), rows);
        return rows.stream()
                .map(row -> {
                    List<String> kept = row.cells();
                    return byHeader(
                            found.get(),
                            kept == null ? readBack.getOrDefault(row.number(), List.of()) : kept);
                })
                .toList();
    }

    private Map<Long, List<String>> readBack(TenantId tenant, Import of, List<Row> rows) {
        List<Long> open =
                rows.stream().filter(row -> row.cells() == null).map(Row::number).toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        List<Places> known = transactions.call(tenant, () -> places.of(tenant, of.id(), open));
        SortedMap<Long, @Nullable RowPlace> wanted = new TreeMap<>();
        open.forEach(row -> wanted.put(row, place(row, known)));
        try {
            return fileRows.cells(of, wanted);
        } catch (FileStoreException e) {
            return Map.of();
        }
    }

    /// The last known place before the row.
    private static @Nullable RowPlace place(long row, List<Places> known) {
        for (Places one : known) {
            int step = (int) ((row - one.firstRow()) / RowStream.PLACE_STEP);
            if (one.hold(row) && step < one.places().size()) {
                return one.places().get(step);
            }
        }
        return null;
    }

    /// An erased row has none, nor has one whose file is gone.
    private static Map<String, String> byHeader(Import of, List<String> cells) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        if (!cells.isEmpty()) {
            for (ImportColumn column : of.columns()) {
                byHeader.put(
                        column.name(),
                        column.index() < cells.size() ? cells.get(column.index()) : "");
            }
        }
        return byHeader;
    }
}
