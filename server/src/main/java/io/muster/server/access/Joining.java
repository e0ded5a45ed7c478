package io.muster.server.access;

import io.muster.server.access.Account.Proof;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.InvitationStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// Lets in whoever comes with the link of an invitation.
@Service
public class Joining {
    private static final int LONGEST_NAME = 200;

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final InvitationStore store;
    private final MemberStore members;
    private final AccountStore accounts;
    private final Members people;
    private final EmailProof proof;
    private final SignInThrottle throttle;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Joining(
            TenantTransactions transactions,
            Tenants tenants,
            InvitationStore store,
            MemberStore members,
            AccountStore accounts,
            Members people,
            EmailProof proof,
            SignInThrottle throttle,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.store = store;
        this.members = members;
        this.accounts = accounts;
        this.people = people;
        this.proof = proof;
        this.throttle = throttle;
        this.passwords = passwords;
        this.events = events;
    }

    /// What somebody who has the link may know: not whether there is an account.
    ///
    /// @param tenant the name of the tenant they are invited to
    public record OpenInvitation(Invitation invitation, String tenant) {}

    /// What somebody writes who comes with the link.
    ///
    /// @param name that a new account gets
    /// @param password of the account that they have, or that they choose for a new one
    /// @param address they come from
    public record Comer(String name, String password, String address) {
        @Override
        public String toString() {
            return "Comer";
        }
    }

    /// What a link opens; empty if it was used, withdrawn or replaced, or has expired.
    public Optional<OpenInvitation> open(InvitationToken token) {
        return transactions.call(
                token.tenant(),
                () ->
                        store.open(token.tenant(), token.hash())
                                .map(found ->
                                        new OpenInvitation(
                                                found, tenants.get(token.tenant()).name())));
    }

    /// Makes a member of whoever has the link and knows the password of their account; who has none
    /// gets one.
    ///
    /// A link that was mailed proves the email. So it opens an account, too, that somebody else may
    /// have made: with a new password, and nothing of what it was before.
    ///
    /// @throws ApiProblem 404 if the link opens nothing, 409 if somebody else was faster, 422 if
    ///   name or password will not do
    public MemberCaller join(InvitationToken token, Comer comer) {
        Invitation open = open(token).orElseThrow(Joining::gone).invitation();
        Optional<Account> known = accounts.find(open.email());
        return known.isEmpty()
                ? joinNew(token, open, comer)
                : joinKnown(token, open, known.get(), comer);
    }

    private MemberCaller joinNew(InvitationToken token, Invitation open, Comer comer) {
        String called = comer.name().strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw refused("/name", "INVALID_NAME", "Write your name, up to 200 characters.");
        }
        PasswordRule.check(comer.password(), open.email());
        String hash = passwords.encode(comer.password());
        return transactions.call(
                token.tenant(),
                () -> {
                    Invitation taken = take(token);
                    var account =
                            new Account(
                                    Ids.next(),
                                    taken.email(),
                                    called,
                                    hash,
                                    taken.isMailed() ? Proof.PROVED : Proof.UNPROVED,
                                    token.tenant(),
                                    null);
                    if (!accounts.insert(account)) {
                        throw ApiProblem.conflict("Somebody has just joined so. Try again.");
                    }
                    return joined(token.tenant(), account, taken.role());
                });
    }

    private MemberCaller joinKnown(
            InvitationToken token, Invitation open, Account account, Comer comer) {
        boolean knows = knows(account, comer);
        if (open.isMailed() && !account.isProved()) {
            if (knows) {
                throw refused(
                        "/password",
                        "PASSWORD_KNOWN",
                        "Choose another password: somebody else may know this one.");
            }
            PasswordRule.check(comer.password(), account.email());
            proof.hand(account, passwords.encode(comer.password()));
        } else if (!knows) {
            throw refused(
                    "/password",
                    "WRONG_PASSWORD",
                    "You have an account with this email already, and this is not its password.");
        }
        return join(token, account.email(), accounts.get(account.id()));
    }

    private boolean knows(Account account, Comer comer) {
        if (!throttle.mayTry(account.email(), comer.address())) {
            throw refused(
                    "/password",
                    "TOO_MANY_TRIES",
                    "Too many attempts. Wait a few minutes, then try again.");
        }
        boolean knows = people.isPassword(Optional.of(account), comer.password());
        if (knows) {
            throttle.succeeded(account.email(), comer.address());
        }
        return knows;
    }

    /// Makes somebody who has signed in a member of one more tenant.
    ///
    /// @throws ApiProblem 404 if the link opens nothing, 422 if it was meant for somebody else, or
    ///   if the email of the account is not known to be theirs
    public MemberCaller join(InvitationToken token, MemberCaller signedIn) {
        return join(token, signedIn.email(), accounts.get(signedIn.accountId()));
    }

    /// @param email that they have proved to be theirs, which may be newer than that of the account
    MemberCaller join(InvitationToken token, String email, Account account) {
        return transactions.call(
                token.tenant(),
                () -> joined(token.tenant(), account, takeFor(token, email, account)));
    }

    private Role takeFor(InvitationToken token, String email, Account account) {
        Invitation taken = take(token);
        if (!taken.email().equals(email)) {
            throw refused(
                    "/email",
                    "OTHER_EMAIL",
                    "This invitation is for somebody else. Sign in with the email that it was sent to.");
        }
        if (!account.mayJoin(token.tenant())) {
            throw refused(
                    "/email",
                    "EMAIL_UNPROVED",
                    "Another team has made your account, and nobody has confirmed yet that the email is yours. Use single sign-on, or an invitation that was mailed to you and that you open while signed out.");
        }
        return taken.role();
    }

    private Invitation take(InvitationToken token) {
        members.lock(token.tenant());
        return store.take(token.tenant(), token.hash()).orElseThrow(Joining::gone);
    }

    /// Makes a member; call it in a transaction of the tenant that has its members locked.
    MemberCaller joined(TenantId tenant, Account account, Role role) {
        if (!members.insert(tenant, account.id(), role)) {
            throw ApiProblem.conflict("You are a member already.");
        }
        var member = new MemberCaller(tenant, account.id(), account.email(), account.name(), role);
        events.publishEvent(new MemberEvent(member, MemberEvent.Kind.JOINED));
        return member;
    }

    private static ApiProblem gone() {
        return ApiProblem.notFound("invitation");
    }

    private static ApiProblem refused(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
