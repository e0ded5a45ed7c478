package io.muster.server.access.web;

import io.muster.server.access.OidcEntry;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Finds the member behind what a provider says of somebody, by the email that it vouches for.
final class OidcMembers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String UNVERIFIED = "unverified";
    static final String UNKNOWN = "unknown";

    private final OidcUserService provider = new OidcUserService();
    private final OidcEntry entry;

    OidcMembers(OidcEntry entry) {
        this.entry = entry;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String email = user.getEmail();
        // An email that nobody has checked may be anybody's.
        if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refused(UNVERIFIED);
        }
        return entry.enter(email, user.getFullName())
                .map(member -> new OidcMember(user, member))
                .orElseThrow(() -> refused(UNKNOWN));
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
