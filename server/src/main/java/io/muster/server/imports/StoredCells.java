package io.muster.server.imports;

import io.muster.engine.file.FileFormat;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.server.files.FileStoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cells of rows as they stand in a stored file, which is read once, from its beginning on. Not
/// for several threads.
public final class StoredCells implements AutoCloseable {
    private final Supplier<FileSource> file;
    private final FileFormat format;
    private final Limits limits;
    private @Nullable RowReader reader;
    private long next = 1;

    /// @param file is opened when cells are asked for
    StoredCells(Supplier<FileSource> file, FileFormat format, Limits limits) {
        this.file = file;
        this.format = format;
        this.limits = limits;
    }

    /// Cells by row; none for rows that are blank or cannot be read.
    ///
    /// @param rows all behind those that were asked for before
    /// @throws FileStoreException when the file can no longer be read
    public Map<Long, List<String>> of(SortedSet<Long> rows) {
        Map<Long, List<String>> cells = new HashMap<>();
        try {
            for (long number : rows) {
                RowReader open = open();
                if (number > next) {
                    open.skipTo(number);
                }
                if (open.next() instanceof SourceRow.Filled filled) {
                    cells.put(number, filled.cells());
                }
                next = number + 1;
            }
        } catch (IOException | UnreadableFileException e) {
            throw new FileStoreException("The imported file can no longer be read", e);
        }
        return cells;
    }

    @Override
    public void close() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new FileStoreException("The imported file could not be closed", e);
            }
        }
    }

    private RowReader open() throws IOException, UnreadableFileException {
        if (reader == null) {
            reader = RowReaders.open(file.get(), format, limits);
        }
        return reader;
    }
}
