package io.muster.server.imports;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowPlace;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.server.files.FileStoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads rows of an import's file again, by their numbers.
@Component
public class FileRows {
    private final ImportFiles files;
    private final Limits limits;

    FileRows(ImportFiles files, Limits limits) {
        this.files = files;
        this.limits = limits;
    }

    /// The raw cells of rows, by row number. Blank rows have none, and rows that are not there are
    /// left out.
    ///
    /// @param wanted a place not far before each row, or null to read up to it
    public Map<Long, List<String>> cells(Import of, SortedMap<Long, @Nullable RowPlace> wanted) {
        Map<Long, List<String>> cells = new HashMap<>();
        if (wanted.isEmpty()) {
            return cells;
        }
        try (RowReader reader = RowReaders.open(files.open(of), of.detection().format(), limits)) {
            for (Map.Entry<Long, @Nullable RowPlace> row : wanted.entrySet()) {
                RowPlace place = row.getValue();
                if (place != null) {
                    reader.goTo(place);
                }
                reader.skipTo(row.getKey());
                switch (reader.next()) {
                    case null -> {}
                    case SourceRow.Filled filled -> cells.put(row.getKey(), filled.cells());
                    case SourceRow.Unreadable bad -> cells.put(row.getKey(), bad.cells());
                    case SourceRow.Blank _ -> cells.put(row.getKey(), List.of());
                }
            }
            return cells;
        } catch (IOException | UnreadableFileException e) {
            throw new FileStoreException("The imported file can no longer be read", e);
        }
    }
}
