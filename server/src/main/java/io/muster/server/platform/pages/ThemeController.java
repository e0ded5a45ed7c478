package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps the chosen theme in a cookie and goes back to where the person was.
@Controller
final class ThemeController {
    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        var cookie =
                ResponseCookie.from(Theme.COOKIE, Theme.parse(theme).key())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .httpOnly(true)
                        .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(local(back))
                .build();
    }

    /// Only a path of ours: `//host` and `/\host` would lead away.
    private static URI local(String back) {
        boolean ours = back.matches("/([^/\\\\\\s].*)?");
        try {
            return URI.create(ours ? back : "/");
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
