package io.muster.server.access.web;

import io.muster.server.access.InvitationToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Remembers, in a cookie, the invitation that somebody takes while they sign in elsewhere. It is
/// set by their own click only, so that nobody joins a tenant that they have not chosen.
@Component
final class ChosenInvitation {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Cookies cookies;
    private final String name;

    ChosenInvitation(Cookies cookies) {
        this.cookies = cookies;
        this.name = cookies.name("muster-join");
    }

    void remember(HttpServletResponse response, InvitationToken token) {
        send(response, token.text(), LIFETIME);
    }

    Optional<InvitationToken> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? Optional.empty() : InvitationToken.parse(cookie.getValue());
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, name) != null) {
            send(response, "", Duration.ZERO);
        }
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
