package io.muster.server.imports.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.imports.Imports;
import io.muster.server.platform.pages.Rendering;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The history of imports.
@Controller("importsPages")
class ImportsController {
    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/imports")
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable Long before) {
        var filter = StatusFilter.of(status);
        var found = imports.list(caller.tenant(), filter.statuses(), before, ImportsPage.LIMIT + 1);
        return new ModelAndView(
                rendering.choose("imports/list", "imports/lines"),
                "page",
                ImportsPage.of(
                        filter,
                        found,
                        before,
                        filter == StatusFilter.ALL && before == null ? plot(caller) : null,
                        caller.may(Scope.IMPORTS_WRITE)));
    }

    /// What has ended; null when that is too little to compare.
    private @Nullable HistoryPlot plot(Caller caller) {
        var plot =
                HistoryPlot.of(
                        imports.list(caller.tenant(), StatusFilter.ENDED, null, HistoryPlot.MOST));
        return plot.isWorthIt() ? plot : null;
    }
}
