package io.muster.server.access.web;

import io.muster.server.platform.Json;
import io.muster.server.platform.Sha256;
import io.muster.server.platform.secrets.Seal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/// Remembers, in a sealed cookie, what somebody was sent to their provider with.
///
/// A cookie instead of a session, so that strangers cannot fill the database with sessions.
final class SignInUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Cookies cookies;
    private final String name;
    private final byte[] key;

    /// @param secret that no stranger knows, and every node
    SignInUnderWay(Cookies cookies, String secret) {
        this.cookies = cookies;
        this.name = cookies.name("muster-oidc");
        this.key = Sha256.of("sign-in under way " + secret);
    }

    /// What is needed to make the request again.
    private record Kept(
            String uri,
            String client,
            String redirect,
            Set<String> scopes,
            String state,
            String registration,
            String nonce,
            String verifier) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        if (cookie == null) {
            return null;
        }
        try {
            byte[] plain = Seal.open(key, Base64.getUrlDecoder().decode(cookie.getValue()));
            return restore(Json.read(new String(plain, StandardCharsets.UTF_8), Kept.class));
        } catch (RuntimeException e) {
            // Somebody else's, an old one, or no cookie of ours at all.
            return null;
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (wanted == null) {
            send(response, "", Duration.ZERO);
            return;
        }
        var kept =
                new Kept(
                        wanted.getAuthorizationUri(),
                        wanted.getClientId(),
                        Objects.requireNonNull(wanted.getRedirectUri()),
                        wanted.getScopes(),
                        Objects.requireNonNull(wanted.getState()),
                        attribute(wanted, OAuth2ParameterNames.REGISTRATION_ID),
                        attribute(wanted, OidcParameterNames.NONCE),
                        attribute(wanted, PkceParameterNames.CODE_VERIFIER));
        byte[] sealed = Seal.close(key, Json.write(kept).getBytes(StandardCharsets.UTF_8));
        send(response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFETIME);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest kept = loadAuthorizationRequest(request);
        if (kept != null) {
            send(response, "", Duration.ZERO);
        }
        return kept;
    }

    private static OAuth2AuthorizationRequest restore(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.uri())
                .clientId(kept.client())
                .redirectUri(kept.redirect())
                .scopes(kept.scopes())
                .state(kept.state())
                .attributes(
                        Map.of(
                                OAuth2ParameterNames.REGISTRATION_ID,
                                kept.registration(),
                                OidcParameterNames.NONCE,
                                kept.nonce(),
                                PkceParameterNames.CODE_VERIFIER,
                                kept.verifier()))
                .build();
    }

    private static String attribute(OAuth2AuthorizationRequest request, String attribute) {
        return Objects.requireNonNull(request.getAttribute(attribute), attribute);
    }

    private void send(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(lifetime)
                        .httpOnly(true)
                        .secure(cookies.secure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
