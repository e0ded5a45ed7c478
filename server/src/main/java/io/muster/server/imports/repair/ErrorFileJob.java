package io.muster.server.imports.repair;

import io.muster.server.files.FileStore;
import io.muster.server.files.FileStoreException;
import io.muster.server.files.StoredFile;
import io.muster.server.imports.Import;
import io.muster.server.imports.store.ErrorFileStore;
import io.muster.server.imports.store.ErrorFileStore.Prepared;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.jobs.JobKind;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Prepares the error files of one import that somebody waits for, and removes those that must go.
@Component
class ErrorFileJob implements JobKind {
    static final String NAME = "error-file";

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final ErrorFileStore store;
    private final ErrorRows rows;
    private final FileStore files;

    ErrorFileJob(
            TenantTransactions transactions,
            ImportStore imports,
            ErrorFileStore store,
            ErrorRows rows,
            FileStore files) {
        this.transactions = transactions;
        this.imports = imports;
        this.store = store;
        this.rows = rows;
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        Optional<Import> of = transactions.call(tenant, () -> imports.find(tenant, subject));
        if (of.isPresent()) {
            for (Prepared wanted : transactions.call(tenant, () -> store.wanted(tenant, subject))) {
                if (pause.wanted()) {
                    return Progress.PAUSED;
                }
                if (wanted.isForgotten()) {
                    remove(tenant, subject, wanted);
                } else {
                    prepare(tenant, of.get(), wanted);
                }
            }
        }
        return Progress.DONE;
    }

    private void remove(TenantId tenant, UUID importId, Prepared forgotten) {
        if (forgotten.fileId() != null) {
            files.delete(forgotten.fileId());
        }
        transactions.run(tenant, () -> store.remove(tenant, importId, forgotten.format()));
    }

    private void prepare(TenantId tenant, Import of, Prepared wanted) {
        FileKind kind = FileKind.of(wanted.format()).orElseThrow();
        try {
            Path draft = Files.createTempFile("muster-errors", "." + kind.text());
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    rows.write(tenant, of, kind, out);
                }
                try (InputStream in = Files.newInputStream(draft)) {
                    keep(tenant, of, wanted, files.store(in, Long.MAX_VALUE));
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new FileStoreException("The error file could not be written", e);
        }
    }

    /// Another edition may be wanted by now; then nobody needs this one.
    private void keep(TenantId tenant, Import of, Prepared wanted, StoredFile file) {
        boolean kept =
                transactions.call(
                        tenant,
                        () ->
                                store.done(
                                        tenant,
                                        of.id(),
                                        wanted.format(),
                                        wanted.edition(),
                                        file.id(),
                                        file.size()));
        String needless = kept ? wanted.fileId() : file.id();
        if (needless != null) {
            files.delete(needless);
        }
    }
}
