package io.muster.server.notifications.digests;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.importlog.ImportLog;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogRange;
import io.muster.server.jobs.JobKind;
import io.muster.server.notifications.digests.store.DigestStore;
import io.muster.server.notifications.digests.store.DigestStore.Wanted;
import io.muster.server.notifications.mail.MailServer;
import io.muster.server.platform.web.Links;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Sends one digest to one member. As with every mail, one too few is better than two.
@Component
class DigestJob implements JobKind {
    static final String NAME = "digest";

    private final TenantTransactions transactions;
    private final DigestStore store;
    private final Members members;
    private final ImportLog log;
    private final MailServer mail;
    private final TemplateEngine templates;
    private final Links links;

    DigestJob(
            TenantTransactions transactions,
            DigestStore store,
            Members members,
            ImportLog log,
            MailServer mail,
            TemplateEngine templates,
            Links links) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.log = log;
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
        Optional<Wanted> wanted = transactions.call(tenant, () -> store.find(tenant, subject));
        // Who has left the team meanwhile is not told any more.
        Optional<MemberCaller> to = wanted.flatMap(one -> members.find(tenant, one.account()));
        if (wanted.isPresent() && to.isPresent() && mail.isConfigured()) {
            send(tenant, subject, wanted.get(), to.get());
        }
        return Progress.DONE;
    }

    private void send(TenantId tenant, UUID id, Wanted wanted, MemberCaller to) {
        var period = wanted.period();
        var digest =
                Digest.of(
                        wanted.sourceName(),
                        period,
                        log.summary(
                                tenant,
                                LogFilter.ofSource(
                                        new LogRange(period.from(), period.to()),
                                        wanted.sourceKey())),
                        links.to(
                                "/import-log?from=%s&to=%s&source=%s"
                                        .formatted(period.from(), period.to(), wanted.sourceKey())),
                        links.to("/digests"));
        var message =
                new MailServer.Mail(
                        "digest-" + id,
                        to.email(),
                        digest.subject(),
                        render("digests/mail_text.jte", digest),
                        render("digests/mail.jte", digest));
        if (!transactions.call(tenant, () -> store.claim(tenant, id))) {
            return;
        }
        try {
            mail.send(message);
        } catch (MailException e) {
            transactions.run(tenant, () -> store.release(tenant, id));
            throw e;
        }
        transactions.run(tenant, () -> store.sent(tenant, id));
    }

    private String render(String template, Digest digest) {
        var output = new StringOutput();
        templates.render(template, digest, output);
        return output.toString();
    }
}
