package io.muster.server.access.web;

import io.muster.server.access.InvitationToken;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// For people who take an invitation and sign in elsewhere.
@Controller
class JoinElsewhereController {
    private final ChosenInvitation chosen;

    JoinElsewhereController(ChosenInvitation chosen) {
        this.chosen = chosen;
    }

    @PostMapping("/join/{token}/elsewhere")
    String start(@PathVariable String token, HttpServletResponse response) {
        InvitationToken.parse(token).ifPresent(parsed -> chosen.remember(response, parsed));
        // Not on to the provider at once: forms lead to this server only.
        return "redirect:" + PageDoor.SIGN_IN + "?joining";
    }
}
