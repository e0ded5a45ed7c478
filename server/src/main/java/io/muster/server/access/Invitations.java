package io.muster.server.access;

import io.muster.server.access.IssuedInvitation.Delivery;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Invites people, by a link that works once, for a week.
@Service
public class Invitations {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_OPEN = 500;
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final InvitationStore store;
    private final MemberStore members;
    private final ObjectProvider<InvitationMail> mail;
    private final ApplicationEventPublisher events;
    private final MusterProperties properties;

    Invitations(
            TenantTransactions transactions,
            Tenants tenants,
            InvitationStore store,
            MemberStore members,
            ObjectProvider<InvitationMail> mail,
            ApplicationEventPublisher events,
            MusterProperties properties) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.store = store;
        this.members = members;
        this.mail = mail;
        this.events = events;
        this.properties = properties;
    }

    /// Invites somebody; whoever is invited again gets a new link, and the former one leads
    /// nowhere.
    ///
    /// @throws ApiProblem 422 if the email is none or is a member's, if the caller may less than
    ///   the role, or if too many are invited already
    public IssuedInvitation invite(Caller by, String email, Role role) {
        Grants.check(by, role);
        TenantId tenant = by.tenant();
        String folded = Members.fold(email);
        if (folded.length() > LONGEST || !EMAIL.matcher(folded).matches()) {
            throw refused("INVALID_EMAIL", "Write an email such as name@example.com.");
        }
        InvitationToken token = InvitationToken.random(tenant);
        Invitation invitation =
                transactions.call(
                        tenant,
                        () -> {
                            members.lock(tenant);
                            store.forget(tenant, KEPT);
                            if (members.findByEmail(tenant, folded).isPresent()) {
                                throw refused(
                                        "ALREADY_MEMBER",
                                        "Whoever has this email is a member already.");
                            }
                            if (store.open(tenant) >= MOST_OPEN) {
                                throw refused(
                                        "TOO_MANY_INVITATIONS",
                                        MOST_OPEN
                                                + " people are invited already. Wait until some have joined, or withdraw some.");
                            }
                            events.publishEvent(new GrantEvent(role.toString()));
                            return store.invite(
                                    tenant,
                                    Ids.next(),
                                    folded,
                                    role,
                                    token.hash(),
                                    by.displayName(),
                                    VALID);
                        });
        URI link = properties.page("/join/" + token.text());
        Delivery delivery = deliver(tenant, invitation, link);
        if (delivery != Delivery.MAILED) {
            return new IssuedInvitation(invitation, link, delivery);
        }
        transactions.run(tenant, () -> store.mailed(tenant, invitation.id()));
        return new IssuedInvitation(invitation, null, delivery);
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

    private static ApiProblem refused(String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError("/email", code, message)));
    }
}
