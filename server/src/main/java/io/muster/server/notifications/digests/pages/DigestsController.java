package io.muster.server.notifications.digests.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.SourceCaller;
import io.muster.server.notifications.digests.Digests;
import io.muster.server.notifications.digests.Rhythm;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Lets whoever has signed in choose the digests that they get.
@Controller
@RequestMapping("/digests")
class DigestsController {
    private final Digests digests;

    DigestsController(Digests digests) {
        this.digests = digests;
    }

    @GetMapping
    ModelAndView show(Caller caller, @RequestParam(required = false) @Nullable String saved) {
        MemberCaller member = member(caller);
        return new ModelAndView(
                "digests/show",
                "page",
                DigestsPage.of(
                        digests.sources(member),
                        digests.wanted(member),
                        digests.areSent(),
                        saved != null));
    }

    @PostMapping
    String choose(Caller caller, @RequestParam Map<String, String> sent) {
        MemberCaller member = member(caller);
        Map<UUID, Rhythm> chosen = new HashMap<>();
        for (Source source : digests.sources(member)) {
            Rhythm.find(sent.getOrDefault(DigestsPage.PREFIX + source.id(), ""))
                    .ifPresent(rhythm -> chosen.put(source.id(), rhythm));
        }
        digests.choose(member, chosen);
        return "redirect:/digests?saved=1";
    }

    /// A program gets no mail.
    private static MemberCaller member(Caller caller) {
        return switch (caller) {
            case MemberCaller member -> member;
            case KeyCaller _, SourceCaller _ -> throw ApiProblem.notFound("list of digests");
        };
    }
}
