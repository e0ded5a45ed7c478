package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.Origin;
import io.muster.server.imports.CampaignMembership;
import io.muster.server.imports.Import;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;

/// Writes batches, each in one transaction: contacts, log rows, before-images, counts and cursor
/// commit together.
final class BatchWriter {

    /// What a write left behind.
    ///
    /// @param decided what was written in the end
    /// @param version of the contacts after it
    /// @param asDecided whether it was the very decisions that were handed in, so that what was
    ///   decided on top of them holds
    record Written(DecidedBatch decided, long version, boolean asDecided, boolean cancel) {}

    private final TenantId tenant;
    private final Import run;
    private final TenantTransactions transactions;
    private final ContactBatches contacts;
    private final DeliveryStore deliveries;
    private final RunStore runs;
    private final Course course;
    private final BatchDecider decider;
    private final NewOptions options;
    private final CampaignMembership campaigns;
    private long lastRow;

    BatchWriter(
            TenantId tenant,
            Import run,
            TenantTransactions transactions,
            ContactBatches contacts,
            DeliveryStore deliveries,
            RunStore runs,
            Course course,
            BatchDecider decider,
            NewOptions options,
            CampaignMembership campaigns) {
        this.tenant = tenant;
        this.run = run;
        this.transactions = transactions;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.runs = runs;
        this.course = course;
        this.decider = decider;
        this.options = options;
        this.campaigns = campaigns;
        this.lastRow = course.begin();
    }

    /// @param expected the version that the contacts must still have for the decisions to hold
    /// @throws RunLostException when another run has taken over
    Written write(DecidedBatch batch, long expected) {
        try {
            Written written =
                    transactions.call(
                            tenant,
                            () -> {
                                long version = contacts.lockAndRaiseVersion(tenant);
                                boolean holds = version == expected;
                                DecidedBatch decided =
                                        holds
                                                ? batch
                                                : decider.decide(
                                                        batch.rows(), batch.places(), List.of());
                                boolean cancel = commit(decided);
                                return new Written(decided, version + 1, holds, cancel);
                            });
            decider.remember(written.decided(), written.version());
            lastRow = written.decided().delivery().lastRow();
            return written;
        } catch (RowsRefusedException refused) {
            // A run that woke up too late meets the rows that its successor wrote.
            if (!transactions.call(tenant, () -> runs.holds(tenant, run.id(), run.epoch()))) {
                throw new RunLostException();
            }
            return writeInParts(batch.rows(), refused);
        }
    }

    private boolean commit(DecidedBatch batch) {
        try {
            contacts.write(
                    tenant, batch.contacts(), Origin.ofImport(run.number(), run.file().name()));
            options.add(batch.decisions());
            deliveries.write(tenant, batch.delivery());
            join(batch);
        } catch (DataIntegrityViolationException e) {
            throw new RowsRefusedException(e);
        }
        return course.advance(lastRow, batch);
    }

    private void join(DecidedBatch batch) {
        UUID campaign = run.settings().campaignId();
        if (campaign != null) {
            campaigns.join(tenant, campaign, run.id(), batch.placed());
        }
    }

    /// Waits until all that was written is on the disk.
    void settle() {
        transactions.run(tenant, () -> course.settle(lastRow));
    }

    /// The database refused something in the batch: halves it until the row stands alone, and fails
    /// that one only.
    private Written writeInParts(List<MappedRow> rows, RowsRefusedException refused) {
        if (rows.size() == 1) {
            MappedRow row = rows.getFirst();
            if (row instanceof MappedRow.Settled) {
                throw refused;
            }
            return writeFresh(
                    List.of(
                            new MappedRow.Settled(
                                    row.source(), new Outcome.Failed(Info.of(Code.NOT_STORABLE)))));
        }
        int half = rows.size() / 2;
        Written first = writeFresh(rows.subList(0, half));
        // A cancelled import stops between batches, and this batch is one.
        Written second = writeFresh(rows.subList(half, rows.size()));
        return new Written(
                second.decided(), second.version(), false, first.cancel() || second.cancel());
    }

    private Written writeFresh(List<MappedRow> rows) {
        DecidedBatch decided =
                transactions.call(tenant, () -> decider.decide(rows, List.of(), List.of()));
        return write(decided, decided.version());
    }

    /// The rows were refused by a rule of the database.
    private static final class RowsRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RowsRefusedException(DataIntegrityViolationException cause) {
            super(cause);
        }
    }
}
