package io.muster.server.access.web;

import io.muster.server.access.OidcEntry;
import io.muster.server.access.OidcProperties;
import io.muster.server.platform.MusterProperties;
import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// The sign-in by an OpenID Connect provider, where the operator has named one: authorization code
/// with state, nonce and PKCE. Its tokens are looked at once and kept nowhere.
@Component
final class OidcSignIn {
    static final String START = "/sign-in/with";
    private static final String REGISTRATION = "oidc";
    private static final String BACK = "/sign-in/oidc";

    private final OidcProperties properties;
    private final OidcEntry entry;
    private final Cookies cookies;
    private final ChosenInvitation chosen;
    private final String redirect;

    OidcSignIn(
            OidcProperties properties,
            OidcEntry entry,
            Cookies cookies,
            ChosenInvitation chosen,
            MusterProperties installation) {
        this.properties = properties;
        this.entry = entry;
        this.cookies = cookies;
        this.chosen = chosen;
        this.redirect = installation.page(BACK).toString();
    }

    void configure(HttpSecurity http, AuthenticationSuccessHandler signedIn) {
        if (!properties.isOn()) {
            return;
        }
        // The provider is asked for its addresses when somebody first comes, not at the start: it
        // may be away just then.
        ClientRegistrationRepository registrations =
                new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration()));
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
        String secret = Objects.requireNonNull(properties.clientSecret());
        http.oauth2Login(login ->
                login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new ForgottenTokens())
                        .loginPage(PageDoor.SIGN_IN)
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestResolver(requests)
                                        .authorizationRequestRepository(
                                                new SignInUnderWay(cookies, secret)))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(BACK))
                        .userInfoEndpoint(endpoint ->
                                endpoint.oidcUserService(new OidcMembers(entry, chosen)))
                        .successHandler((request, response, who) -> {
                            chosen.forget(request, response);
                            signedIn.onAuthenticationSuccess(request, response, who);
                        })
                        .failureHandler((request, response, failure) -> {
                            chosen.forget(request, response);
                            response.sendRedirect(PageDoor.SIGN_IN + "?error=" + word(failure));
                        }));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(properties.issuer()))
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(properties.clientId()))
                .clientSecret(Objects.requireNonNull(properties.clientSecret()))
                .scope(OidcScopes.OPENID, OidcScopes.EMAIL, OidcScopes.PROFILE)
                .redirectUri(redirect)
                .build();
    }

    private static String word(Exception failure) {
        String code =
                failure instanceof OAuth2AuthenticationException refused
                        ? refused.getError().getErrorCode()
                        : "";
        return switch (code) {
            case OidcMembers.UNKNOWN, OidcMembers.UNVERIFIED, OidcMembers.OTHER -> code;
            default -> "elsewhere";
        };
    }
}
