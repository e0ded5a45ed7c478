package io.muster.server.notifications.notices;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.Scope;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportEnded;
import io.muster.server.imports.ImportReverted;
import io.muster.server.imports.Imports;
import io.muster.server.notifications.notices.store.NoticeStore;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.notifications.webhooks.WebhookGivenUp;
import io.muster.server.notifications.webhooks.Webhooks;
import io.muster.server.platform.Ids;
import io.muster.server.sources.PullStopped;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes notices in the transaction in which the thing happens that they are about.
@Component
class NoticeWriter {
    private final NoticeStore store;
    private final Imports imports;
    private final Webhooks webhooks;
    private final Members members;

    NoticeWriter(NoticeStore store, Imports imports, Webhooks webhooks, Members members) {
        this.store = store;
        this.imports = imports;
        this.webhooks = webhooks;
        this.members = members;
    }

    @EventListener
    void on(ImportEnded ended) {
        tellStarter(ended.tenant(), ended.importId());
    }

    @EventListener
    void on(ImportReverted reverted) {
        tellStarter(reverted.tenant(), reverted.importId());
    }

    @EventListener
    void on(WebhookGivenUp givenUp) {
        Webhook webhook = webhooks.get(givenUp.tenant(), givenUp.webhookId());
        tellKeepers(
                givenUp.tenant(),
                NoticeKind.WEBHOOK_FAILING,
                "/webhooks/" + webhook.id(),
                webhook.name());
    }

    @EventListener
    void on(PullStopped stopped) {
        tellKeepers(
                stopped.tenant(),
                NoticeKind.PULL_STOPPED,
                "/sources/" + stopped.key(),
                stopped.name());
    }

    /// Whoever can do something about it. It may be mended and happen anew, so each time counts.
    private void tellKeepers(TenantId tenant, NoticeKind kind, String path, String name) {
        String subject = Ids.next().toString();
        for (MemberCaller member : members.all(tenant)) {
            if (member.may(Scope.SETTINGS_WRITE)) {
                tell(tenant, member.accountId(), kind, subject, path, List.of(name));
            }
        }
    }

    /// Nobody stands behind an API key, and who has left the team is not told any more.
    private void tellStarter(TenantId tenant, UUID importId) {
        Import of = imports.get(tenant, importId);
        UUID starter = of.startedBy();
        if (starter != null && members.find(tenant, starter).isPresent()) {
            NoticeKind.of(of.status())
                    .ifPresent(kind ->
                            tell(
                                    tenant,
                                    starter,
                                    kind,
                                    of.id() + "/" + of.attempt().number(),
                                    "/imports/" + of.id(),
                                    List.of(
                                            of.number(),
                                            of.counts().successes(),
                                            of.processed() + of.unprocessed())));
        }
    }

    private void tell(
            TenantId tenant,
            UUID account,
            NoticeKind kind,
            String subject,
            String path,
            List<Object> words) {
        store.insert(tenant, account, Ids.next(), kind, subject, path, words);
    }
}
