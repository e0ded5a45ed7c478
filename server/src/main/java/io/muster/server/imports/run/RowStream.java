package io.muster.server.imports.run;

import io.muster.engine.file.RowPlace;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.mapping.MappedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The rows of a file, read by one thread and mapped by several, in batches and in file order.
///
/// The queue between them is short, and batches are bounded by rows and by what these weigh, so
/// memory does not grow with the file.
public final class RowStream implements Batches {
    /// Rows from one noted place in the file to the next.
    public static final int PLACE_STEP = 500;

    private static final int BATCHES_AHEAD = 2;

    /// About as many bytes as the rows of a batch may take in memory.
    static final long BATCH_WEIGHT = 16L << 20;

    /// What comes next.
    public sealed interface Next {

        /// Some rows, at least one.
        ///
        /// @param places of its first row and of each [#PLACE_STEP]th behind, null where a place
        ///   cannot be told
        record Batch(List<MappedRow> rows, List<@Nullable RowPlace> places) implements Next {}

        /// All rows were delivered.
        record End() implements Next {}

        /// Nothing after the rows delivered so far can be read.
        record Broken(UnreadableFileException reason) implements Next {}
    }

    private sealed interface Item {
        record Batch(Future<List<MappedRow>> rows, List<@Nullable RowPlace> places)
                implements Item {}

        record End() implements Item {}

        record Broken(UnreadableFileException reason) implements Item {}

        record Lost(Throwable reason) implements Item {}
    }

    private final RowReader reader;
    private final RowMapping mapping;
    private final ExecutorService mappers;
    private final int batchRows;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread;

    /// Takes the reader over, and closes it in the end.
    ///
    /// @param mappers runs the rules of the fields
    public RowStream(RowReader reader, RowMapping mapping, ExecutorService mappers, int batchRows) {
        this.reader = reader;
        this.mapping = mapping;
        this.mappers = mappers;
        this.batchRows = batchRows;
        this.thread = Thread.ofPlatform().name("muster-reader").daemon().start(this::read);
    }

    @Override
    public Next next() throws IOException, InterruptedException {
        return switch (queue.take()) {
            case Item.Batch batch -> new Next.Batch(result(batch.rows()), batch.places());
            case Item.End _ -> new Next.End();
            case Item.Broken broken -> new Next.Broken(broken.reason());
            case Item.Lost lost ->
                    throw new IOException("The stored file could not be read on", lost.reason());
        };
    }

    /// Stops reading. Whoever waits in [#next()] gets a batch that was read before, or the end.
    @Override
    public void close() {
        thread.interrupt();
        queue.clear();
        queue.offer(new Item.End());
    }

    private void read() {
        try (reader) {
            List<SourceRow> rows = new ArrayList<>();
            List<@Nullable RowPlace> places = new ArrayList<>();
            long weight = 0;
            try {
                places.add(reader.place());
                for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                    weight += row.weight();
                    if (rows.size() == batchRows || weight > BATCH_WEIGHT) {
                        put(rows, places);
                        rows = new ArrayList<>(rows.size());
                        places = new ArrayList<>();
                        weight = 0;
                    }
                    if (rows.size() % PLACE_STEP == 0) {
                        places.add(reader.place());
                    }
                }
                put(rows, places);
                queue.put(new Item.End());
            } catch (UnreadableFileException e) {
                put(rows, places);
                queue.put(new Item.Broken(e));
            } catch (IOException | RuntimeException | Error e) {
                queue.put(new Item.Lost(e));
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(List<SourceRow> rows, List<@Nullable RowPlace> places)
            throws InterruptedException {
        if (!rows.isEmpty()) {
            queue.put(new Item.Batch(mappers.submit(() -> mapping.map(rows)), places));
        }
    }

    private static List<MappedRow> result(Future<List<MappedRow>> rows)
            throws InterruptedException {
        try {
            return rows.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Mapping a batch failed", e.getCause());
        }
    }
}
