package io.muster.server.access;

import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Hands an account to whoever has shown that its email is theirs. Who made it before is unknown:
/// their password counts no more, their sessions end, and what they were is over.
@Component
final class EmailProof {
    private final TenantTransactions transactions;
    private final AccountStore accounts;
    private final MemberStore members;
    private final Sessions sessions;
    private final HomeTenant home;
    private final ApplicationEventPublisher events;

    EmailProof(
            TenantTransactions transactions,
            AccountStore accounts,
            MemberStore members,
            Sessions sessions,
            HomeTenant home,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.members = members;
        this.sessions = sessions;
        this.home = home;
        this.events = events;
    }

    /// @param account that is not proved yet
    /// @param passwordHash of the password that its owner chooses, null for none
    void hand(Account account, @Nullable String passwordHash) {
        TenantId madeIn = account.madeIn();
        if (madeIn == null) {
            accounts.prove(account.id(), passwordHash);
        } else {
            boolean stays = home.find().equals(Optional.of(madeIn));
            transactions.run(
                    madeIn,
                    () -> {
                        if (!stays) {
                            leave(madeIn, account);
                        }
                        accounts.prove(account.id(), passwordHash);
                    });
        }
        sessions.endAll(account.id());
    }

    /// Whoever made the account chose this tenant for its owner, who may never have heard of it.
    /// Its last admin stays: a tenant without one could let nobody in any more.
    private void leave(TenantId tenant, Account account) {
        members.lock(tenant);
        members.find(tenant, account.id())
                .filter(member ->
                        member.role() != Role.ADMIN || members.admins(member.tenant()) > 1)
                .ifPresent(member -> {
                    members.remove(tenant, account.id());
                    events.publishEvent(new MemberEvent(member, MemberEvent.Kind.LEFT));
                });
    }
}
