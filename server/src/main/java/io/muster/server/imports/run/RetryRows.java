package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.repair.Repaired;
import io.muster.server.imports.repair.RepairedRows;
import io.muster.server.imports.run.RowStream.Next;
import io.muster.server.imports.store.RowStore.LoggedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/// The rows that a later attempt takes up: those that failed, and skipped ones that somebody has
/// worked on, as they stand after that.
///
/// Nobody changes them while the attempt runs, so they can be read ahead of what is written.
final class RetryRows implements Batches {
    private static final int PAGE = 1_000;

    private final RepairedRows repaired;
    private final ExecutorService mappers;
    private final int batchRows;
    private long cursor;
    private volatile boolean closed;

    /// @param after number of the last row that has its new outcome
    RetryRows(RepairedRows repaired, ExecutorService mappers, int batchRows, long after) {
        this.repaired = repaired;
        this.mappers = mappers;
        this.batchRows = batchRows;
        this.cursor = after;
    }

    @Override
    public Next next() throws InterruptedException {
        List<MappedRow> rows = new ArrayList<>();
        long weight = 0;
        while (!closed && rows.size() < batchRows && weight < RowStream.BATCH_WEIGHT) {
            List<LoggedRow> page =
                    repaired.retryable(cursor, Math.min(PAGE, batchRows - rows.size()));
            if (page.isEmpty()) {
                break;
            }
            cursor = page.getLast().row();
            for (MappedRow row : map(page)) {
                rows.add(row);
                weight += row.source().weight();
            }
        }
        return rows.isEmpty() ? new Next.End() : new Next.Batch(rows, List.of());
    }

    @Override
    public void close() {
        closed = true;
    }

    private List<MappedRow> map(List<LoggedRow> page) throws InterruptedException {
        try {
            return mappers.submit(() -> taken(page)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Mapping rows anew failed", e.getCause());
        }
    }

    private List<MappedRow> taken(List<LoggedRow> page) {
        List<Repaired> rows = repaired.logged(page);
        List<MappedRow> taken = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (page.get(i).hasFailed() || rows.get(i).isChanged()) {
                taken.add(rows.get(i).mapped());
            }
        }
        return taken;
    }
}
