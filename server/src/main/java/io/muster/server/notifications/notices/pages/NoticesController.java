package io.muster.server.notifications.notices.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.SourceCaller;
import io.muster.server.notifications.notices.Notices;
import io.muster.server.platform.web.ApiProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The notices of whoever has signed in.
@Controller
@RequestMapping("/notices")
class NoticesController {
    private final Notices notices;

    NoticesController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    ModelAndView list(Caller caller, @RequestParam(required = false) @Nullable UUID before) {
        return new ModelAndView(
                "notices/list",
                "page",
                NoticesPage.of(
                        notices.list(member(caller), before, NoticesPage.LIMIT + 1), before));
    }

    /// Leads to what a notice is about; from then on it is read.
    @PostMapping("/{id}")
    String open(Caller caller, @PathVariable UUID id) {
        return "redirect:" + notices.read(member(caller), id);
    }

    @PostMapping("/read")
    String readAll(Caller caller) {
        notices.readAll(member(caller));
        return "redirect:/notices";
    }

    /// A program has no notices.
    private static MemberCaller member(Caller caller) {
        return switch (caller) {
            case MemberCaller member -> member;
            case KeyCaller _, SourceCaller _ -> throw ApiProblem.notFound("list of notices");
        };
    }
}
