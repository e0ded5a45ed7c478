package io.muster.server.notifications;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportEnded;
import io.muster.server.imports.Imports;
import io.muster.server.jobs.Jobs;
import io.muster.server.notifications.mail.MailServer;
import io.muster.server.notifications.store.ImportEmailStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks for an email when an import ends, in the transaction that ends it: there is one if, and
/// only if, the import has ended.
@Component
class ImportEmails {
    private final Imports imports;
    private final ImportEmailStore store;
    private final Jobs jobs;
    private final MailServer mail;

    ImportEmails(Imports imports, ImportEmailStore store, Jobs jobs, MailServer mail) {
        this.imports = imports;
        this.store = store;
        this.jobs = jobs;
        this.mail = mail;
    }

    @EventListener
    void on(ImportEnded ended) {
        if (mail.isConfigured()
                && isWanted(imports.get(ended.tenant(), ended.importId()))
                && store.request(ended.tenant(), ended.importId())) {
            jobs.submit(ImportEmailJob.NAME, ended.tenant(), ended.importId());
        }
    }

    /// Nobody stands behind an API key.
    private static boolean isWanted(Import ended) {
        return ended.startedBy() != null && !Boolean.FALSE.equals(ended.settings().notifyStarter());
    }
}
