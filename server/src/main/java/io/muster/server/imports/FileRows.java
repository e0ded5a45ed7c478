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
import java.util.TreeMap;
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
        try (Walk walk = walk(of)) {
            return walk.cells(wanted);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /// Reads rows in one pass over the file.
    public Walk walk(Import of) {
        return new Walk(of);
    }

    /// A pass over a file, which is opened with the first row that is wanted. Each call goes on
    /// behind the last row of the one before.
    public final class Walk implements AutoCloseable {
        private final Import of;
        private @Nullable RowReader reader;

        private Walk(Import of) {
            this.of = of;
        }

        /// As [FileRows#cells].
        public Map<Long, List<String>> cells(SortedMap<Long, @Nullable RowPlace> wanted) {
            try {
                return wanted.isEmpty() ? Map.of() : read(opened(), wanted);
            } catch (IOException | UnreadableFileException e) {
                throw gone(e);
            }
        }

        /// The raw cells of the row; none when it is not there.
        ///
        /// @param row behind all that were asked for before
        public List<String> cells(long row) {
            TreeMap<Long, @Nullable RowPlace> wanted = new TreeMap<>();
            wanted.put(row, null);
            return cells(wanted).getOrDefault(row, List.of());
        }

        private RowReader opened() throws IOException, UnreadableFileException {
            if (reader == null) {
                reader = RowReaders.open(files.open(of), of.detection().format(), limits);
            }
            return reader;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }

    private static Map<Long, List<String>> read(
            RowReader reader, SortedMap<Long, @Nullable RowPlace> wanted)
            throws IOException, UnreadableFileException {
        Map<Long, List<String>> cells = new HashMap<>();
        for (Map.Entry<Long, @Nullable RowPlace> row : wanted.entrySet()) {
            RowPlace place = row.getValue();
            if (place != null) {
                reader.goTo(place);
            }
            reader.skipTo(row.getKey());
            SourceRow found = reader.next();
            if (found != null) {
                cells.put(row.getKey(), found.cells());
            }
        }
        return cells;
    }

    private static FileStoreException gone(Exception reason) {
        return new FileStoreException("The imported file can no longer be read", reason);
    }
}
