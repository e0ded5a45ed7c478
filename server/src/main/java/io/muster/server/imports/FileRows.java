package io.muster.server.imports;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowPlace;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.server.files.FileStoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        rows(of, wanted).forEach(row -> cells.put(row.number(), row.cells()));
        return cells;
    }

    /// Rows in file order; those that are not there are left out.
    ///
    /// @param wanted a place not far before each row, or null to read up to it
    public List<SourceRow> rows(Import of, SortedMap<Long, @Nullable RowPlace> wanted) {
        List<SourceRow> rows = new ArrayList<>(wanted.size());
        try (Walk walk = walk(of)) {
            wanted.forEach((row, place) -> walk.find(row, place).ifPresent(rows::add));
            return rows;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /// A row, empty when the file has none of this number.
    ///
    /// @param place not far before it, or null to read up to it
    public Optional<SourceRow> row(Import of, long number, @Nullable RowPlace place) {
        try (Walk walk = walk(of)) {
            return walk.find(number, place).filter(row -> row.number() == number);
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

        /// The raw cells of a row, empty when it is not there.
        ///
        /// @param row behind all that were asked for before
        public List<String> cells(long row) {
            return find(row, null).map(SourceRow::cells).orElse(List.of());
        }

        private Optional<SourceRow> find(long row, @Nullable RowPlace place) {
            try {
                RowReader from = opened();
                if (place != null) {
                    from.goTo(place);
                }
                from.skipTo(row);
                return Optional.ofNullable(from.next());
            } catch (IOException | UnreadableFileException e) {
                throw gone(e);
            }
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

    private static FileStoreException gone(Exception reason) {
        return new FileStoreException("The imported file can no longer be read", reason);
    }
}
