package io.muster.server.access.pages;

import io.muster.server.access.InvitationToken;
import io.muster.server.access.Joining;
import io.muster.server.access.Joining.Comer;
import io.muster.server.access.Joining.OpenInvitation;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.OidcProperties;
import io.muster.server.access.Sessions;
import io.muster.server.platform.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where the link of an invitation leads.
@Controller
@RequestMapping("/join/{token}")
class JoinController {
    private final Joining joining;
    private final OidcProperties elsewhere;

    JoinController(Joining joining, OidcProperties elsewhere) {
        this.joining = joining;
        this.elsewhere = elsewhere;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token) {
        return page(token, null, "", List.of());
    }

    /// For people who are new here, who choose a password, and for those who have one. Both sign in
    /// with it then.
    @PostMapping
    ModelAndView join(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        Optional<InvitationToken> parsed = InvitationToken.parse(token);
        if (parsed.isEmpty()) {
            return page(token, null, name, List.of());
        }
        try {
            joining.join(parsed.get(), new Comer(name, password, request.getRemoteAddr()));
            return new ModelAndView("redirect:/sign-in?joined");
        } catch (ApiProblem problem) {
            return refused(page(token, null, name, Problems.sentences(problem)));
        }
    }

    /// For people who are signed in, or sign in to come here.
    @GetMapping("/member")
    ModelAndView openAsMember(MemberCaller caller, @PathVariable String token) {
        return page(token, caller.email(), "", List.of());
    }

    /// Goes on in the tenant that was joined.
    @PostMapping("/member")
    ModelAndView joinAsMember(
            MemberCaller caller, @PathVariable String token, HttpServletRequest request) {
        Optional<InvitationToken> parsed = InvitationToken.parse(token);
        if (parsed.isEmpty()) {
            return page(token, caller.email(), "", List.of());
        }
        try {
            MemberCaller joined = joining.join(parsed.get(), caller);
            request.getSession().setAttribute(Sessions.TENANT, joined.tenant().toString());
            return new ModelAndView("redirect:/");
        } catch (ApiProblem problem) {
            return refused(page(token, caller.email(), "", Problems.sentences(problem)));
        }
    }

    private ModelAndView page(
            String token, @Nullable String viewer, String name, List<String> problems) {
        OpenInvitation open = InvitationToken.parse(token).flatMap(joining::open).orElse(null);
        var view =
                new ModelAndView(
                        "access/join",
                        "page",
                        new JoinPage(
                                token,
                                open,
                                viewer,
                                name,
                                elsewhere.isOn() ? elsewhere.label() : "",
                                problems));
        if (open == null) {
            view.setStatus(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    private static ModelAndView refused(ModelAndView page) {
        if (page.getStatus() == null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
