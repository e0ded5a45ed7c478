package io.muster.server.audit.pages;

import io.muster.server.access.Caller;
import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.audit.AuditTrail;
import io.muster.server.platform.pages.Rendering;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The trail for people.
@Controller
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /// @param before the place behind which the page begins
    @GetMapping(AuditQuestion.PATH)
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String before) {
        var question = new AuditQuestion(actor, action, subject, from, to);
        Place after = AuditPage.place(before);
        var found = trail.list(caller.tenant(), question.filter(), after, AuditPage.LIMIT + 1);
        return new ModelAndView(
                rendering.choose("audit/list", "audit/results"),
                "page",
                AuditPage.of(question, found, after));
    }
}
