package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/// The token that proves a form to be ours.
///
/// @param parameter the name of the hidden field in forms
/// @param header the name of the header in scripted requests
/// @param token its value, empty where requests need no proof
public record Csrf(String parameter, String header, String token) {
    static final Csrf NONE = new Csrf("_csrf", "X-CSRF-TOKEN", "");

    static Csrf of(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : NONE;
    }

    /// The header as htmx wants it. Tokens are base64url, so nothing needs escaping.
    public String headers() {
        return "{\"" + header + "\":\"" + token + "\"}";
    }
}
