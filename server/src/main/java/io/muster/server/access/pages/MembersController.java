package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.ApiKeys;
import io.muster.server.access.Caller;
import io.muster.server.access.Invitations;
import io.muster.server.access.IssuedInvitation;
import io.muster.server.access.MemberChanges;
import io.muster.server.access.Members;
import io.muster.server.access.Membership;
import io.muster.server.access.Role;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.web.ApiProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Members for admins.
@Controller
@RequestMapping("/members")
class MembersController {
    private static final int LIMIT = 100;

    private final Members members;
    private final MemberChanges changes;
    private final Invitations invitations;
    private final ApiKeys keys;
    private final Clock clock;

    MembersController(
            Members members,
            MemberChanges changes,
            Invitations invitations,
            ApiKeys keys,
            Clock clock) {
        this.members = members;
        this.changes = changes;
        this.invitations = invitations;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param after the last member already seen
    /// @param done what was just done: `role`, `removed` or `withdrawn`
    @GetMapping
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "") String done) {
        String words =
                switch (done) {
                    case "role" -> t("members.role.changed");
                    case "removed" -> t("members.removed");
                    case "withdrawn" -> t("members.invitation.withdrawn");
                    default -> null;
                };
        return page(caller, after, null, words, List.of(), "", "");
    }

    /// Shows the link once, where it could not be mailed: no address leads back to it.
    @PostMapping
    ModelAndView invite(
            Caller caller,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "viewer") String role) {
        try {
            IssuedInvitation issued = invitations.invite(caller, email, Role.read(role));
            return page(caller, null, issued, null, List.of(), "", "");
        } catch (ApiProblem problem) {
            return refused(
                    page(caller, null, null, null, Problems.sentences(problem), email, role));
        }
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id) {
        invitations.withdraw(caller.tenant(), id);
        return "redirect:/members?done=withdrawn";
    }

    @PostMapping("/{id}/role")
    ModelAndView changeRole(Caller caller, @PathVariable UUID id, @RequestParam String role) {
        try {
            changes.changeRole(caller, id, Role.read(role));
            return new ModelAndView("redirect:/members?done=role");
        } catch (ApiProblem problem) {
            return refused(page(caller, null, null, null, Problems.sentences(problem), "", ""));
        }
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(Caller caller, @PathVariable UUID id) {
        try {
            changes.remove(caller, id);
            return new ModelAndView("redirect:/members?done=removed");
        } catch (ApiProblem problem) {
            return refused(page(caller, null, null, null, Problems.sentences(problem), "", ""));
        }
    }

    private ModelAndView page(
            Caller caller,
            @Nullable UUID after,
            @Nullable IssuedInvitation issued,
            @Nullable String done,
            List<String> problems,
            String email,
            String role) {
        List<Membership> found = members.page(caller.tenant(), after, LIMIT + 1);
        List<Membership> shown = found.subList(0, Math.min(found.size(), LIMIT));
        var pager =
                new Pager(
                        after == null ? null : "/members",
                        found.size() > LIMIT
                                ? "/members?after=" + shown.getLast().member().accountId()
                                : null);
        return new ModelAndView(
                "access/members",
                "page",
                new MembersPage(
                        caller.id(),
                        shown,
                        pager,
                        invitations.list(caller.tenant(), null, LIMIT),
                        keys.openOf(
                                caller.tenant(),
                                shown.stream().map(one -> one.member().accountId()).toList()),
                        clock.instant(),
                        issued,
                        done,
                        problems,
                        email,
                        role));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
