package io.muster.server.imports.undo;

import io.muster.engine.outcome.Code;
import io.muster.server.contacts.Origin;
import io.muster.server.imports.CampaignMembership;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportReverted;
import io.muster.server.imports.run.RunLostException;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.undo.store.UndoPreviewStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.imports.undo.store.WrittenBatchStore;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.jobs.JobKind.Progress;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes undos over and brings each to its end, whatever happened to the runs before. The log
/// itself tells how far they came.
@Component
class UndoRuns {
    private static final Logger LOG = LoggerFactory.getLogger(UndoRuns.class);

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final UndoStore undos;
    private final WrittenBatchStore batches;
    private final UndoWriter writer;
    private final UndoPreviewStore previews;
    private final CampaignMembership campaigns;
    private final ApplicationEventPublisher events;
    private final int mostAttempts;

    UndoRuns(
            TenantTransactions transactions,
            ImportStore imports,
            UndoStore undos,
            WrittenBatchStore batches,
            UndoWriter writer,
            UndoPreviewStore previews,
            CampaignMembership campaigns,
            ApplicationEventPublisher events,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.undos = undos;
        this.batches = batches;
        this.writer = writer;
        this.previews = previews;
        this.campaigns = campaigns;
        this.events = events;
        this.mostAttempts = properties.imports().attempts();
    }

    Progress run(TenantId tenant, UUID importId, Pause pause) {
        Optional<Undo> taken = transactions.call(tenant, () -> undos.takeOver(tenant, importId));
        if (taken.isEmpty()) {
            return Progress.DONE;
        }
        Undo undo = taken.get();
        if (undo.attempts() > mostAttempts) {
            // Runs that were killed could not count themselves out.
            return stop(tenant, undo);
        }
        try {
            return undoAll(tenant, undo, pause);
        } catch (RunLostException e) {
            LOG.warn(
                    "Undo of import {} of tenant {}: run {} was taken over",
                    importId,
                    tenant,
                    undo.epoch());
            return Progress.DONE;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Undo of import {} of tenant {}: attempt {} stopped",
                    importId,
                    tenant,
                    undo.attempts(),
                    e);
            // Not as they stood when the run began: each batch starts the count anew.
            int attempts =
                    transactions
                            .call(tenant, () -> undos.find(tenant, importId))
                            .map(Undo::attempts)
                            .orElse(mostAttempts);
            if (attempts < mostAttempts) {
                throw e;
            }
            return stop(tenant, undo);
        }
    }

    private Progress undoAll(TenantId tenant, Undo undo, Pause pause) {
        Import of =
                transactions.call(
                        tenant,
                        () ->
                                imports.find(tenant, undo.importId())
                                        .orElseThrow(RunLostException::new));
        Origin origin = Origin.ofUndo(of.number(), of.file().name());
        for (WrittenBatch batch :
                transactions.call(tenant, () -> batches.batches(tenant, undo.importId()))) {
            if (pause.wanted()) {
                return Progress.PAUSED;
            }
            writer.undo(tenant, undo, batch, origin);
        }
        UUID campaign = of.settings().campaignId();
        transactions.run(
                tenant,
                () -> {
                    if (undos.finish(tenant, undo)) {
                        events.publishEvent(new ImportReverted(tenant, of.id()));
                        previews.removeAll(tenant);
                        if (campaign != null) {
                            campaigns.leave(tenant, campaign, of.id());
                        }
                    }
                });
        return Progress.DONE;
    }

    private Progress stop(TenantId tenant, Undo undo) {
        transactions.run(tenant, () -> undos.stop(tenant, undo, Code.UNDO_INTERRUPTED));
        return Progress.DONE;
    }
}
