package io.muster.server.access.pages;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows the form that leads in.
@Controller
final class SignInController {
    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam Map<String, String> query) {
        return new ModelAndView("access/sign-in", Map.of("notice", notice(query)));
    }

    private static Notice notice(Map<String, String> query) {
        if (query.containsKey("error")) {
            return "wait".equals(query.get("error")) ? Notice.WAIT : Notice.FAILED;
        }
        if (query.containsKey("joined")) {
            return Notice.JOINED;
        }
        return query.containsKey("signed_out") ? Notice.SIGNED_OUT : Notice.NONE;
    }
}
