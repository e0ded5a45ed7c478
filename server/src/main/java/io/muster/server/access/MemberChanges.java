package io.muster.server.access;

import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// What is changed about members, by others or by themselves. A tenant always keeps an admin.
@Service
public class MemberChanges {
    private final TenantTransactions transactions;
    private final MemberStore members;
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Members people;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    MemberChanges(
            TenantTransactions transactions,
            MemberStore members,
            AccountStore accounts,
            PasswordEncoder passwords,
            Sessions sessions,
            Members people,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.people = people;
        this.throttle = throttle;
        this.events = events;
    }

    /// Gives a member another role, which counts from their next request on.
    ///
    /// @throws ApiProblem 404 if there is no such member, 422 if it is the last admin, or if the
    ///   caller may less than the role
    public MemberCaller changeRole(Caller by, UUID account, Role role) {
        Grants.check(by, role);
        TenantId tenant = by.tenant();
        return transactions.call(
                tenant,
                () -> {
                    members.lock(tenant);
                    MemberCaller member = require(tenant, account);
                    Grants.check(by, member.role());
                    if (role != Role.ADMIN) {
                        requireAnotherAdmin(member);
                    }
                    if (role != member.role()) {
                        events.publishEvent(new GrantEvent(member.role() + " → " + role));
                        members.setRole(tenant, account, role);
                    }
                    return require(tenant, account);
                });
    }

    /// Makes somebody a member no more, and ends their sessions. Their account stays, for it may
    /// belong to other tenants.
    ///
    /// @throws ApiProblem 404 if there is no such member, 422 if it is the last admin, or if they
    ///   may more than the caller
    public void remove(Caller by, UUID account) {
        TenantId tenant = by.tenant();
        transactions.run(
                tenant,
                () -> {
                    members.lock(tenant);
                    MemberCaller member = require(tenant, account);
                    Grants.check(by, member.role());
                    requireAnotherAdmin(member);
                    events.publishEvent(new GrantEvent(member.role().toString()));
                    members.remove(tenant, account);
                });
        sessions.endAll(tenant, account);
    }

    /// Changes somebody's own password, and ends their other sessions.
    ///
    /// @param session the id of the one that stays
    /// @param address they come from
    /// @throws ApiProblem 422 if the current password is not theirs or the new one will not do
    public void changePassword(
            MemberCaller member, String current, String wanted, String session, String address) {
        if (!throttle.mayTry(member.email(), address)) {
            throw refused(
                    "TOO_MANY_TRIES", "Too many attempts. Wait a few minutes, then try again.");
        }
        if (!people.isPassword(Optional.of(accounts.get(member.accountId())), current)) {
            throw refused("WRONG_PASSWORD", "This is not your current password.");
        }
        throttle.succeeded(member.email(), address);
        PasswordRule.check(wanted, member.email());
        String hash = passwords.encode(wanted);
        transactions.run(
                member.tenant(),
                () -> {
                    accounts.setPassword(member.accountId(), hash);
                    // Before the commit: a new password with the old sessions would be worse than
                    // the other way round.
                    sessions.endOthers(member.accountId(), session);
                });
    }

    /// Whether somebody has a password here, or signs in elsewhere only.
    public boolean hasPassword(MemberCaller member) {
        return accounts.get(member.accountId()).passwordHash() != null;
    }

    private static ApiProblem refused(String code, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError("/current", code, message)));
    }

    private MemberCaller require(TenantId tenant, UUID account) {
        return members.find(tenant, account).orElseThrow(() -> ApiProblem.notFound("member"));
    }

    private void requireAnotherAdmin(MemberCaller member) {
        if (member.role() == Role.ADMIN && members.admins(member.tenant()) == 1) {
            String message =
                    "This is the last admin. Make somebody else an admin first, or nobody could let anyone in any more.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/role", "LAST_ADMIN", message)));
        }
    }
}
