package io.muster.server.access.pages;

import io.muster.server.access.OidcProperties;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows the form that leads in.
@Controller
final class SignInController {
    private final OidcProperties elsewhere;

    SignInController(OidcProperties elsewhere) {
        this.elsewhere = elsewhere;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam Map<String, String> query) {
        return new ModelAndView(
                "access/sign-in",
                Map.of(
                        "notice",
                        notice(query),
                        "elsewhere",
                        elsewhere.isOn() ? elsewhere.label() : ""));
    }

    private static Notice notice(Map<String, String> query) {
        String error = query.get("error");
        if (error != null) {
            return switch (error) {
                case "wait" -> Notice.WAIT;
                case "unknown" -> Notice.UNKNOWN;
                case "other" -> Notice.OTHER;
                case "unverified" -> Notice.UNVERIFIED;
                case "elsewhere" -> Notice.ELSEWHERE;
                default -> Notice.FAILED;
            };
        }
        if (query.containsKey("joining")) {
            return Notice.JOINING;
        }
        if (query.containsKey("joined")) {
            return Notice.JOINED;
        }
        return query.containsKey("signed_out") ? Notice.SIGNED_OUT : Notice.NONE;
    }
}
