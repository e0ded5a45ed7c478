package io.muster.server.campaigns.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.Campaigns;
import io.muster.server.campaigns.MemberChecks;
import io.muster.server.campaigns.MemberFilter;
import io.muster.server.campaigns.ReadinessReview;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
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

/// Campaigns for people.
@Controller("campaignsPages")
@RequestMapping("/campaigns")
class CampaignsController {
    private final Campaigns campaigns;
    private final MemberChecks members;
    private final ReadinessReview review;
    private final CampaignView view;

    CampaignsController(
            Campaigns campaigns, MemberChecks members, ReadinessReview review, CampaignView view) {
        this.campaigns = campaigns;
        this.members = members;
        this.review = review;
        this.view = view;
    }

    /// @param deleted whether one was just deleted
    @GetMapping
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String deleted) {
        return new ModelAndView(
                "campaigns/list",
                "page",
                view.list(
                        caller,
                        before,
                        CampaignForm.EMPTY,
                        deleted == null ? null : t("campaign.deleted")));
    }

    @PostMapping
    ModelAndView create(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expected) {
        var form = new CampaignForm(name, expected, List.of());
        try {
            Campaign made = campaigns.create(caller, name, form.expectedContacts());
            return new ModelAndView("redirect:/campaigns/" + made.id());
        } catch (ApiProblem problem) {
            return refused(
                    problem,
                    "campaigns/list",
                    view.list(caller, null, form.with(problem.problem().errors()), null));
        }
    }

    /// @param done what was just done
    @GetMapping("/{id}")
    ModelAndView show(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done) {
        String words =
                switch (done) {
                    case "saved", "accepted", "applied" -> t("campaign." + done);
                    default -> null;
                };
        return new ModelAndView(
                rendering.choose("campaigns/show", "campaigns/update"),
                "page",
                view.show(caller, id, null, words));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expected) {
        var form = new CampaignForm(name, expected, List.of());
        try {
            campaigns.change(caller.tenant(), id, name, form.expectedContacts());
            return new ModelAndView("redirect:/campaigns/" + id + "?done=saved");
        } catch (ApiProblem problem) {
            if (problem.kind() != ProblemKind.UNPROCESSABLE) {
                throw problem;
            }
            return refused(
                    problem,
                    "campaigns/show",
                    view.show(caller, id, form.with(problem.problem().errors()), null));
        }
    }

    @PostMapping("/{id}/delete")
    String delete(Caller caller, @PathVariable UUID id) {
        campaigns.delete(caller.tenant(), id);
        return "redirect:/campaigns?deleted=1";
    }

    @PostMapping("/{id}/accept-failed")
    String acceptFailed(
            Caller caller, @PathVariable UUID id, @RequestParam(name = "import") UUID importId) {
        review.accept(caller, id, importId);
        return "redirect:/campaigns/" + id + "?done=accepted";
    }

    @PostMapping("/{id}/apply-suppression")
    String applySuppression(Caller caller, @PathVariable UUID id) {
        campaigns.get(caller.tenant(), id);
        members.leaveSuppressedOut(caller.tenant(), id);
        return "redirect:/campaigns/" + id + "?done=applied";
    }

    @GetMapping("/{id}/members")
    ModelAndView members(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable UUID before) {
        Campaign campaign = campaigns.get(caller.tenant(), id);
        MemberFilter filter =
                show.equals(MemberFilter.WITHOUT_TIMEZONE.text())
                        ? MemberFilter.WITHOUT_TIMEZONE
                        : MemberFilter.ALL;
        var found =
                campaigns
                        .members(caller.tenant(), id, filter, before, MembersPage.LIMIT + 1)
                        .stream()
                        .map(contact -> contact.seen(Sight.of(caller)))
                        .toList();
        return new ModelAndView(
                "campaigns/members", "page", MembersPage.of(campaign, filter, found, before));
    }

    private static ModelAndView refused(ApiProblem problem, String page, Object shown) {
        if (problem.kind() != ProblemKind.UNPROCESSABLE) {
            throw problem;
        }
        var answer = new ModelAndView(page, "page", shown);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }
}
