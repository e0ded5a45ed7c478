package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.MemberChanges;
import io.muster.server.access.MemberEvent;
import io.muster.server.access.Members;
import io.muster.server.access.Sessions;
import io.muster.server.access.pages.AccountPage.Password;
import io.muster.server.access.pages.AccountPage.Team;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// People's own accounts.
@Controller
@RequestMapping("/account")
class AccountController {
    private final Members members;
    private final MemberChanges changes;
    private final Sessions sessions;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    AccountController(
            Members members,
            MemberChanges changes,
            Sessions sessions,
            Tenants tenants,
            ApplicationEventPublisher events) {
        this.members = members;
        this.changes = changes;
        this.sessions = sessions;
        this.tenants = tenants;
        this.events = events;
    }

    /// @param done what was just done: `password` or `ended`
    @GetMapping
    ModelAndView show(
            MemberCaller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String done) {
        String words =
                switch (done) {
                    case "password" -> t("account.password.changed");
                    case "ended" -> t("account.sessions.ended");
                    default -> null;
                };
        return page(caller, request, words, List.of());
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            MemberCaller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password) {
        try {
            changes.changePassword(
                    caller,
                    current,
                    password,
                    request.getSession().getId(),
                    request.getRemoteAddr());
            request.changeSessionId();
            return new ModelAndView("redirect:/account?done=password");
        } catch (ApiProblem problem) {
            ModelAndView page = page(caller, request, null, Problems.sentences(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/sessions/{session}/end")
    String end(MemberCaller caller, @PathVariable String session) {
        return ended(caller, sessions.end(caller.accountId(), session));
    }

    @PostMapping("/sessions/end")
    String endOthers(MemberCaller caller, HttpServletRequest request) {
        return ended(caller, sessions.endOthers(caller.accountId(), request.getSession().getId()));
    }

    private String ended(MemberCaller caller, int sessions) {
        if (sessions > 0) {
            events.publishEvent(new MemberEvent(caller, MemberEvent.Kind.SESSIONS_ENDED));
        }
        return "redirect:/account?done=ended";
    }

    /// Looks at another of one's tenants from here on.
    @PostMapping("/tenant")
    String change(MemberCaller caller, HttpServletRequest request, @RequestParam UUID tenant) {
        MemberCaller there = members.membership(new TenantId(tenant), caller.accountId()).member();
        request.getSession().setAttribute(Sessions.TENANT, there.tenant().toString());
        events.publishEvent(new MemberEvent(there, MemberEvent.Kind.SIGNED_IN));
        return "redirect:/";
    }

    private ModelAndView page(
            MemberCaller caller,
            HttpServletRequest request,
            @Nullable String done,
            List<String> problems) {
        List<Team> teams =
                members.memberships(caller).stream()
                        .map(one ->
                                new Team(
                                        one.tenant(),
                                        tenants.get(one.tenant()).name(),
                                        one.tenant().equals(caller.tenant())))
                        .toList();
        return new ModelAndView(
                "access/account",
                "page",
                new AccountPage(
                        caller,
                        teams,
                        changes.hasPassword(caller) ? Password.OWN : Password.NONE,
                        sessions.of(caller.accountId(), request.getSession().getId()),
                        done,
                        problems));
    }
}
