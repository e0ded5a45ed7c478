package io.muster.server.notifications;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.Imports;
import io.muster.server.jobs.JobKind;
import io.muster.server.notifications.mail.MailServer;
import io.muster.server.notifications.store.ImportEmailStore;
import io.muster.server.platform.web.Links;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Sends the email about one import. A mail server that is away is tried again later; a crash right
/// between the mail's leaving and our noting it costs no second mail.
@Component
class ImportEmailJob implements JobKind {
    static final String NAME = "import-email";

    private final TenantTransactions transactions;
    private final Imports imports;
    private final ImportRows rows;
    private final Members members;
    private final ImportEmailStore store;
    private final MailServer mail;
    private final TemplateEngine templates;
    private final Links links;

    ImportEmailJob(
            TenantTransactions transactions,
            Imports imports,
            ImportRows rows,
            Members members,
            ImportEmailStore store,
            MailServer mail,
            TemplateEngine templates,
            Links links) {
        this.transactions = transactions;
        this.imports = imports;
        this.rows = rows;
        this.members = members;
        this.store = store;
        this.mail = mail;
        this.templates = templates;
        this.links = links;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        Import ended = imports.get(tenant, subject);
        Optional<MemberCaller> starter =
                Optional.ofNullable(ended.startedBy()).flatMap(id -> members.find(tenant, id));
        // Who has left the team meanwhile is not told any more.
        if (starter.isPresent() && mail.isConfigured() && isNews(ended)) {
            send(tenant, ended, starter.get());
        }
        return Progress.DONE;
    }

    /// Whoever has tried again or undone it by now has seen how it ended.
    private static boolean isNews(Import ended) {
        return switch (ended.status()) {
            case COMPLETED, FAILED, CANCELLED -> true;
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING, REVERTED -> false;
        };
    }

    private void send(TenantId tenant, Import ended, MemberCaller to) {
        var email =
                ImportEmail.of(
                        ended, rows.issues(tenant, ended), links.to("/imports/" + ended.id()));
        var message =
                new MailServer.Mail(
                        "import-" + ended.id(),
                        to.email(),
                        email.subject(),
                        render("notifications/import_ended_text.jte", email),
                        render("notifications/import_ended.jte", email));
        if (!transactions.call(tenant, () -> store.claim(tenant, ended.id()))) {
            return;
        }
        try {
            mail.send(message);
        } catch (MailException e) {
            transactions.run(tenant, () -> store.release(tenant, ended.id()));
            throw e;
        }
        transactions.run(tenant, () -> store.sent(tenant, ended.id()));
    }

    private String render(String template, ImportEmail email) {
        var output = new StringOutput();
        templates.render(template, email, output);
        return output.toString();
    }
}
