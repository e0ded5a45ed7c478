package io.muster.server.imports.pages.review;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.review.FilterWords;
import io.muster.server.imports.review.ReviewFilter;
import io.muster.server.platform.pages.Rendering;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows what an import would do, and starts it.
@Controller
@RequestMapping("/imports/{id}")
class ReviewController {
    private final Imports imports;
    private final ReviewPages pages;

    ReviewController(Imports imports, ReviewPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    /// Words that mean nothing ask for nothing: an old address still leads somewhere.
    ///
    /// @param from the number of the first row wanted
    @GetMapping("/review")
    ModelAndView review(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String clears,
            @RequestParam(defaultValue = "false") boolean problems,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "1") long from) {
        Import of = imports.get(caller.tenant(), id);
        if (of.status() != ImportStatus.UPLOADED || !caller.may(Scope.IMPORTS_WRITE)) {
            return new ModelAndView("redirect:/imports/" + id);
        }
        if (!of.mapped()) {
            return new ModelAndView("redirect:/imports/" + id + "/map");
        }
        ReviewFilter filter =
                FilterWords.read(action, code, field, severity, clears, problems, wrong -> {});
        ReviewAddress address =
                new ReviewAddress(id, filter, ColumnChoice.of(columns), Math.max(from, 1));
        return new ModelAndView(
                rendering.choose("imports/review", "imports/review_state"),
                "page",
                pages.of(caller.tenant(), of, address));
    }

    @PostMapping("/review")
    String begin(Caller caller, @PathVariable UUID id) {
        imports.startReview(caller.tenant(), id);
        return "redirect:/imports/" + id + "/review";
    }

    @PostMapping("/start")
    String start(Caller caller, @PathVariable UUID id) {
        // In another tab it may have been started already.
        if (imports.get(caller.tenant(), id).status() == ImportStatus.UPLOADED) {
            imports.start(caller, id);
        }
        return "redirect:/imports/" + id;
    }
}
