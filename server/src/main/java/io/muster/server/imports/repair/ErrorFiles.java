package io.muster.server.imports.repair;

import io.muster.server.files.FileContent;
import io.muster.server.files.FileStore;
import io.muster.server.imports.Import;
import io.muster.server.imports.store.ErrorFileStore;
import io.muster.server.imports.store.ErrorFileStore.Edition;
import io.muster.server.imports.store.ErrorFileStore.Prepared;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Error files that are too large to wait for, prepared in the background and kept until the rows
/// change.
@Service
public class ErrorFiles {
    private final TenantTransactions transactions;
    private final ErrorFileStore store;
    private final RepairStore repairs;
    private final FileStore files;
    private final Jobs jobs;
    private final int large;

    ErrorFiles(
            TenantTransactions transactions,
            ErrorFileStore store,
            RepairStore repairs,
            FileStore files,
            Jobs jobs,
            MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        this.repairs = repairs;
        this.files = files;
        this.jobs = jobs;
        this.large = properties.imports().preparedRows();
    }

    /// Whether the file has so many rows that nobody should wait for it.
    public boolean isLarge(Import of) {
        return of.counts().failed() > large;
    }

    /// How a file that is being prepared stands; empty when nobody has asked for it as the rows are
    /// now.
    public Optional<Prepared> find(TenantId tenant, Import of, FileKind kind) {
        return transactions.call(
                tenant,
                () ->
                        store.find(tenant, of.id(), kind.text())
                                .filter(file -> file.edition().equals(edition(tenant, of))));
    }

    /// Has the file prepared, unless it is, or is about to be.
    public Prepared prepare(TenantId tenant, Import of, FileKind kind) {
        return transactions.call(
                tenant,
                () -> {
                    if (store.request(tenant, of.id(), kind.text(), edition(tenant, of))) {
                        jobs.submit(ErrorFileJob.NAME, tenant, of.id());
                    }
                    return store.find(tenant, of.id(), kind.text()).orElseThrow();
                });
    }

    /// The bytes of a file that is ready.
    public FileContent open(String fileId) {
        return files.get(fileId);
    }

    /// What the rows are at this moment. Needs the tenant's transaction.
    private Edition edition(TenantId tenant, Import of) {
        // Each step counts when it is made, and once more when it is undone.
        long steps =
                repairs.steps(tenant, of.id()).stream()
                        .mapToLong(step -> step.undoneAt() == null ? 1 : 2)
                        .sum();
        return new Edition(of.attempt().number(), of.processed() + of.attempt().done() + steps);
    }
}
