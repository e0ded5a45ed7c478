package io.muster.server.imports.run;

import io.muster.engine.file.RowPlace;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Decision;
import io.muster.server.imports.run.RowStream.Next;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Takes batch after batch: while one is written, the next is looked up and decided on top of it.
final class ImportLoop implements AutoCloseable {

    /// Why the loop came to its end.
    enum Stop {
        ALL_ROWS,
        CANCELLED,
        PAUSED
    }

    /// Either a decided batch, or the reason why there is none.
    private record Ahead(@Nullable DecidedBatch batch, @Nullable UnreadableFileException broken) {}

    private final TenantId tenant;
    private final Batches rows;
    private final BatchDecider decider;
    private final BatchWriter writer;
    private final TenantTransactions transactions;
    private final EngineThreads threads;
    private @Nullable CompletableFuture<Ahead> underWay;

    ImportLoop(
            TenantId tenant,
            Batches rows,
            BatchDecider decider,
            BatchWriter writer,
            TenantTransactions transactions,
            EngineThreads threads) {
        this.tenant = tenant;
        this.rows = rows;
        this.decider = decider;
        this.writer = writer;
        this.transactions = transactions;
        this.threads = threads;
    }

    /// Runs to the end of the file, or until somebody cancels or the server wants to stop.
    ///
    /// @throws UnreadableFileException when the file cannot be read on; the rows before are written
    Stop run(Pause pause) throws UnreadableFileException, IOException, InterruptedException {
        Ahead next = decideNext(List.of());
        long expected = next.batch() == null ? 0 : next.batch().version();
        while (next.batch() != null) {
            DecidedBatch batch = next.batch();
            underWay =
                    CompletableFuture.supplyAsync(
                            () -> decideUnchecked(batch.decisions()), threads.deciders());
            BatchWriter.Written written = writer.write(batch, expected);
            expected = written.version();
            if (written.cancel()) {
                return Stop.CANCELLED;
            }
            if (pause.wanted()) {
                return Stop.PAUSED;
            }
            next = await(underWay);
            if (!written.asDecided() && next.batch() != null) {
                // Somebody else changed contacts in between: what was decided ahead stood on sand.
                next =
                        new Ahead(
                                decide(next.batch().rows(), next.batch().places(), List.of()),
                                null);
                expected = next.batch() == null ? expected : next.batch().version();
            }
        }
        writer.settle();
        if (next.broken() != null) {
            throw next.broken();
        }
        return Stop.ALL_ROWS;
    }

    /// Waits for what is still under way, so that nothing works on an import that has ended.
    @Override
    public void close() {
        rows.close();
        if (underWay != null) {
            underWay.handle((ahead, failure) -> ahead).join();
        }
    }

    private Ahead decideNext(List<Decision> unwritten) throws IOException, InterruptedException {
        return switch (rows.next()) {
            case Next.Batch batch ->
                    new Ahead(decide(batch.rows(), batch.places(), unwritten), null);
            case Next.End _ -> new Ahead(null, null);
            case Next.Broken broken -> new Ahead(null, broken.reason());
        };
    }

    private DecidedBatch decide(
            List<MappedRow> batch, List<@Nullable RowPlace> places, List<Decision> unwritten) {
        return transactions.call(tenant, () -> decider.decide(batch, places, unwritten));
    }

    private Ahead decideUnchecked(List<Decision> unwritten) {
        try {
            return decideNext(unwritten);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static Ahead await(CompletableFuture<Ahead> ahead)
            throws IOException, InterruptedException {
        try {
            return ahead.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException other -> throw other;
                case null, default -> throw e;
            }
        }
    }
}
