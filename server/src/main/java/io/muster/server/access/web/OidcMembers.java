package io.muster.server.access.web;

import io.muster.server.access.Account.Identity;
import io.muster.server.access.InvitationToken;
import io.muster.server.access.OidcEntry;
import io.muster.server.access.OidcEntry.Outcome;
import io.muster.server.access.OidcEntry.Person;
import io.muster.server.platform.web.ApiProblem;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Finds the member behind what a provider says of somebody.
final class OidcMembers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String UNVERIFIED = "unverified";
    static final String UNKNOWN = "unknown";
    static final String OTHER = "other";
    private static final String NOT_NOW = "not_now";

    private final OidcUserService provider = new OidcUserService();
    private final OidcEntry entry;
    private final ChosenInvitation chosen;

    OidcMembers(OidcEntry entry, ChosenInvitation chosen) {
        this.entry = entry;
        this.chosen = chosen;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String email = user.getEmail();
        // An email that nobody has checked may be anybody's.
        if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refused(UNVERIFIED);
        }
        var identity =
                new Identity(
                        Objects.requireNonNull(user.getIssuer()).toString(),
                        Objects.requireNonNull(user.getSubject()));
        return switch (enter(new Person(identity, email, user.getFullName()))) {
            case Outcome.Entered(var member) -> new OidcMember(user, member);
            case Outcome.Unknown() -> throw refused(UNKNOWN);
            case Outcome.SomebodyElse() -> throw refused(OTHER);
        };
    }

    private Outcome enter(Person person) {
        Optional<InvitationToken> link =
                RequestContextHolder.currentRequestAttributes()
                                instanceof ServletRequestAttributes attributes
                        ? chosen.read(attributes.getRequest())
                        : Optional.empty();
        try {
            return entry.enter(person, link.orElse(null));
        } catch (ApiProblem problem) {
            throw refused(NOT_NOW);
        }
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
