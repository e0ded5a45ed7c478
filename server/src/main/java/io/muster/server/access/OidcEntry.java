package io.muster.server.access;

import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.InvitationStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people in who have proved elsewhere that an email is theirs: members, the invited, and,
/// where the operator has named it, everybody of a domain.
@Service
public class OidcEntry {
    private static final int LONGEST_NAME = 200;

    private final OidcProperties properties;
    private final TenantTransactions transactions;
    private final TransactionTemplate beforeTenant;
    private final AccountStore accounts;
    private final Members members;
    private final MemberStore store;
    private final InvitationStore invitations;
    private final ApplicationEventPublisher events;

    OidcEntry(
            OidcProperties properties,
            TenantTransactions transactions,
            PlatformTransactionManager manager,
            AccountStore accounts,
            Members members,
            MemberStore store,
            InvitationStore invitations,
            ApplicationEventPublisher events) {
        this.properties = properties;
        this.transactions = transactions;
        this.beforeTenant = new TransactionTemplate(manager);
        this.accounts = accounts;
        this.members = members;
        this.store = store;
        this.invitations = invitations;
        this.events = events;
    }

    /// The person with this email, in the first of their tenants; empty for whom nobody has let in.
    ///
    /// Whoever was a member once and is none any more comes back by an invitation only.
    ///
    /// @param email that the person has proved to be theirs
    /// @param name that they go by there, null if nobody knows
    public Optional<MemberCaller> enter(String email, @Nullable String name) {
        String folded = Members.fold(email);
        Optional<UUID> account = accounts.find(folded).map(AccountStore.Credentials::account);
        return account.flatMap(members::first)
                .or(() -> byInvitation(folded, name, account))
                .or(() -> account.isPresent() ? Optional.empty() : byDomain(folded, name));
    }

    private Optional<MemberCaller> byInvitation(
            String email, @Nullable String name, Optional<UUID> account) {
        List<TenantId> inviting =
                beforeTenant.execute(status -> invitations.tenantsInviting(email));
        return inviting.stream()
                .findFirst()
                .flatMap(tenant ->
                        transactions.call(
                                tenant,
                                () ->
                                        invitations
                                                .takeFor(tenant, email)
                                                .map(taken ->
                                                        join(
                                                                tenant,
                                                                email,
                                                                name,
                                                                account,
                                                                taken.role()))));
    }

    private Optional<MemberCaller> byDomain(String email, @Nullable String name) {
        String domain = properties.allowedDomain();
        if (domain == null || !email.endsWith("@" + domain.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return tenant().map(tenant ->
                transactions.call(
                        tenant,
                        () ->
                                join(
                                        tenant,
                                        email,
                                        name,
                                        Optional.empty(),
                                        properties.defaultRole())));
    }

    private MemberCaller join(
            TenantId tenant,
            String email,
            @Nullable String name,
            Optional<UUID> account,
            Role role) {
        String called = called(name, email);
        UUID id = account.orElseGet(Ids::next);
        if (account.isEmpty()) {
            accounts.insert(id, email, called, null);
        }
        store.insert(tenant, id, role);
        MemberCaller member = store.find(tenant, id).orElseThrow();
        events.publishEvent(new MemberEvent(member, MemberEvent.Kind.JOINED));
        return member;
    }

    /// The tenant that was named, else the only one there is.
    private Optional<TenantId> tenant() {
        UUID named = properties.tenant();
        if (named != null) {
            return Optional.of(new TenantId(named));
        }
        List<TenantId> all = new ArrayList<>();
        transactions.forEach(all::add);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static String called(@Nullable String name, String email) {
        String text = name == null ? "" : name.strip();
        return text.isEmpty() || text.length() > LONGEST_NAME
                ? email.substring(0, email.indexOf('@'))
                : text;
    }
}
