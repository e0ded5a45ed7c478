package io.muster.server.notifications.digests;

import io.muster.server.access.MemberCaller;
import io.muster.server.notifications.digests.store.DigestStore;
import io.muster.server.notifications.mail.MailServer;
import io.muster.server.sources.Source;
import io.muster.server.sources.Sources;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The digests that one member wants, which nobody else decides.
@Component
public class Digests {
    /// The most sources that there are.
    private static final int MOST = 200;

    private final TenantTransactions transactions;
    private final DigestStore store;
    private final Sources sources;
    private final MailServer mail;

    Digests(TenantTransactions transactions, DigestStore store, Sources sources, MailServer mail) {
        this.transactions = transactions;
        this.store = store;
        this.sources = sources;
        this.mail = mail;
    }

    /// Whether mail leaves this server at all.
    public boolean areSent() {
        return mail.isConfigured();
    }

    public List<Source> sources(MemberCaller member) {
        return sources.list(member.tenant(), null, MOST);
    }

    /// By source; those that are not wanted are not in it.
    public Map<UUID, Rhythm> wanted(MemberCaller member) {
        return transactions.call(
                member.tenant(), () -> store.wanted(member.tenant(), member.accountId()));
    }

    /// @param chosen by source, in place of all that was wanted before
    public void choose(MemberCaller member, Map<UUID, Rhythm> chosen) {
        transactions.run(
                member.tenant(), () -> store.choose(member.tenant(), member.accountId(), chosen));
    }
}
