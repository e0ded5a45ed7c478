package io.muster.server.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Remembers, in a cookie, where a person wanted to go before they had to sign in.
///
/// A cookie instead of a session, so that strangers cannot fill the database with sessions.
final class ReturnPath {
    /// A path of ours: `//host` and `/\host` would lead away.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,1000}");

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String HOME = "/";

    private final Cookies cookies;
    private final String name;

    ReturnPath(Cookies cookies) {
        this.cookies = cookies;
        this.name = cookies.name("muster-return");
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path =
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        if (LOCAL.matcher(path).matches()) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            send(response, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LIFETIME);
        }
    }

    /// The remembered path, once; home if there is none.
    String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, name);
        if (cookie == null) {
            return HOME;
        }
        send(response, "", Duration.ZERO);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cookie.getValue());
            String path = new String(bytes, StandardCharsets.UTF_8);
            return LOCAL.matcher(path).matches() ? path : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
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
