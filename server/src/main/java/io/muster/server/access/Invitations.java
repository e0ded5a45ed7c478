package io.muster.server.access;

import io.muster.server.access.IssuedInvitation.Delivery;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.InvitationStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// Lets people in: by a link that works once, for a week.
@Service
public class Invitations {
    private static final Duration VALID = Duration.ofDays(7);
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final InvitationStore store;
    private final MemberStore members;
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final ObjectProvider<InvitationMail> mail;
    private final ApplicationEventPublisher events;
    private final URI baseUrl;

    Invitations(
            TenantTransactions transactions,
            Tenants tenants,
            InvitationStore store,
            MemberStore members,
            AccountStore accounts,
            PasswordEncoder passwords,
            ObjectProvider<InvitationMail> mail,
            ApplicationEventPublisher events,
            MusterProperties properties) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.store = store;
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.mail = mail;
        this.events = events;
        this.baseUrl = properties.baseUrl();
    }

    /// What somebody who has the link may know.
    ///
    /// @param tenant the name of the tenant they are invited to
    /// @param account whether they have one, so that no new password is needed
    public record OpenInvitation(Invitation invitation, String tenant, AccountState account) {}

    /// Whether the invited person is known here.
    public enum AccountState {
        NEW,
        EXISTING
    }

    /// Invites somebody; whoever is invited again gets a new link, and the former one leads
    /// nowhere.
    ///
    /// @throws ApiProblem 422 if the email is none or is a member's, or if the caller may less than
    ///   the role
    public IssuedInvitation invite(Caller by, String email, Role role) {
        Grants.check(by, role);
        TenantId tenant = by.tenant();
        String folded = Members.fold(email);
        if (folded.length() > LONGEST || !EMAIL.matcher(folded).matches()) {
            throw refused("/email", "INVALID_EMAIL", "Write an email such as name@example.com.");
        }
        InvitationToken token = InvitationToken.random(tenant);
        Invitation invitation =
                transactions.call(
                        tenant,
                        () -> {
                            if (members.findByEmail(tenant, folded).isPresent()) {
                                throw refused(
                                        "/email",
                                        "ALREADY_MEMBER",
                                        "Whoever has this email is a member already.");
                            }
                            return store.invite(
                                    tenant,
                                    Ids.next(),
                                    folded,
                                    role,
                                    token.hash(),
                                    by.displayName(),
                                    VALID);
                        });
        URI link = URI.create(baseUrl.toString().replaceFirst("/*$", "") + "/join/" + token.text());
        return new IssuedInvitation(invitation, link, deliver(tenant, invitation, link));
    }

    private Delivery deliver(TenantId tenant, Invitation invitation, URI link) {
        InvitationMail server = mail.getIfAvailable();
        return server == null
                ? Delivery.NO_MAIL_SERVER
                : server.send(
                        new InvitationMail.Letter(invitation, tenants.get(tenant).name(), link));
    }

    /// The newest first, those that have expired too.
    ///
    /// @param before the last already seen, null to begin
    public List<Invitation> list(TenantId tenant, @Nullable UUID before, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, before, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public void withdraw(TenantId tenant, UUID id) {
        if (!transactions.call(tenant, () -> store.withdraw(tenant, id))) {
            throw ApiProblem.notFound("invitation");
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
                                                found,
                                                tenants.get(token.tenant()).name(),
                                                accounts.find(found.email()).isPresent()
                                                        ? AccountState.EXISTING
                                                        : AccountState.NEW)));
    }

    /// Makes an account for whoever has the link, and a member.
    ///
    /// @throws ApiProblem 404 if the link opens nothing, 409 if there is such an account already,
    ///   422 if name or password will not do
    public MemberCaller join(InvitationToken token, String name, String password) {
        OpenInvitation open = open(token).orElseThrow(Invitations::gone);
        String email = open.invitation().email();
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST) {
            throw refused("/name", "INVALID_NAME", "Write your name, up to 200 characters.");
        }
        PasswordRule.check(password, email);
        String hash = passwords.encode(password);
        return transactions.call(
                token.tenant(),
                () -> {
                    Invitation taken = take(token);
                    if (accounts.find(email).isPresent()) {
                        throw ApiProblem.conflict(
                                "You have an account already. Sign in with it, then open the link again.");
                    }
                    UUID account = Ids.next();
                    accounts.insert(account, email, called, hash);
                    return joined(
                            new MemberCaller(token.tenant(), account, email, called, taken.role()));
                });
    }

    /// Makes somebody who has proved who they are a member of one more tenant.
    ///
    /// @throws ApiProblem 404 if the link opens nothing, 422 if it was meant for somebody else
    public MemberCaller join(InvitationToken token, MemberCaller proved) {
        return transactions.call(
                token.tenant(),
                () -> {
                    Invitation taken = take(token);
                    if (!taken.email().equals(proved.email())) {
                        throw refused(
                                "/email",
                                "OTHER_EMAIL",
                                "This invitation is for somebody else. Sign in with the email that it was sent to.");
                    }
                    return joined(
                            new MemberCaller(
                                    token.tenant(),
                                    proved.accountId(),
                                    proved.email(),
                                    proved.displayName(),
                                    taken.role()));
                });
    }

    private Invitation take(InvitationToken token) {
        return store.take(token.tenant(), token.hash()).orElseThrow(Invitations::gone);
    }

    private MemberCaller joined(MemberCaller member) {
        members.insert(member.tenant(), member.accountId(), member.role());
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
