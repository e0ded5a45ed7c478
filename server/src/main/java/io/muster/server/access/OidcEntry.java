package io.muster.server.access;

import io.muster.server.access.Account.Identity;
import io.muster.server.access.Account.Proof;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Lets people in who have proved elsewhere that an email is theirs: members, whoever comes with
/// the link of an invitation, and, where the operator has named it, everybody of a domain.
@Service
public class OidcEntry {
    private static final int LONGEST_NAME = 200;

    private final TenantTransactions transactions;
    private final AccountStore accounts;
    private final Members members;
    private final MemberStore store;
    private final Joining joining;
    private final EmailProof proof;
    private final HomeTenant home;

    OidcEntry(
            TenantTransactions transactions,
            AccountStore accounts,
            Members members,
            MemberStore store,
            Joining joining,
            EmailProof proof,
            HomeTenant home) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.members = members;
        this.store = store;
        this.joining = joining;
        this.proof = proof;
        this.home = home;
    }

    /// What a provider says of somebody.
    ///
    /// @param email that it vouches for
    /// @param name that they go by there, null if nobody knows
    public record Person(Identity identity, String email, @Nullable String name) {
        public Person {
            email = Members.fold(email);
        }

        @Override
        public String toString() {
            return "Person[" + identity + "]";
        }

        private String called() {
            String text = name == null ? "" : name.strip();
            return text.isEmpty() || text.length() > LONGEST_NAME
                    ? email.substring(0, Math.max(email.indexOf('@'), 0))
                    : text;
        }
    }

    /// What becomes of somebody at the door.
    public sealed interface Outcome {

        /// In the tenant of the invitation they came with, else in the first of theirs.
        record Entered(MemberCaller member) implements Outcome {}

        /// Nobody has let them in.
        record Unknown() implements Outcome {}

        /// The account with this email belongs to somebody else at the same provider.
        record SomebodyElse() implements Outcome {}
    }

    /// Whoever was a member once and is none any more comes back by an invitation only.
    ///
    /// @param link of the invitation that they have chosen to take, null for none
    /// @throws ApiProblem if the invitation cannot be taken so
    public Outcome enter(Person person, @Nullable InvitationToken link) {
        Optional<Account> known =
                accounts.find(person.identity()).or(() -> accounts.find(person.email()));
        if (known.isPresent() && isSomebodyElse(known.get(), person)) {
            return new Outcome.SomebodyElse();
        }
        known.ifPresent(account -> recognise(account, person));
        // First, so that no other tenant can have people of the operator's before their own does.
        Optional<MemberCaller> atHome =
                known.isPresent()
                        ? Optional.empty()
                        : home.of(person.email()).map(tenant -> joinHome(tenant, person));
        if (link != null && joining.open(link).isPresent()) {
            return new Outcome.Entered(joining.join(link, person.email(), account(person)));
        }
        return atHome.or(() -> known.flatMap(account -> members.first(account.id())))
                .<Outcome>map(Outcome.Entered::new)
                .orElseGet(Outcome.Unknown::new);
    }

    /// An email may be given to somebody else later on, who is then not who had it before.
    private static boolean isSomebodyElse(Account account, Person person) {
        Identity identity = account.identity();
        return identity != null
                && identity.issuer().equals(person.identity().issuer())
                && !identity.subject().equals(person.identity().subject());
    }

    private void recognise(Account account, Person person) {
        if (!account.isProved()) {
            proof.hand(account, null);
        }
        if (!person.identity().equals(account.identity())) {
            accounts.identify(account.id(), person.identity());
        }
    }

    private MemberCaller joinHome(TenantId tenant, Person person) {
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    return joining.joined(tenant, insert(person), home.role());
                });
    }

    /// Theirs, which is made if there is none: only for somebody who is let in.
    private Account account(Person person) {
        return accounts.find(person.identity()).orElseGet(() -> insert(person));
    }

    private Account insert(Person person) {
        var account =
                new Account(
                        Ids.next(),
                        person.email(),
                        person.called(),
                        null,
                        Proof.PROVED,
                        null,
                        person.identity());
        if (!accounts.insert(account)) {
            throw ApiProblem.conflict("You have just come in by another window. Try again.");
        }
        return account;
    }
}
