package io.muster.server.imports.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.SettingsReader;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Shows what an import would do, and starts it.
@Controller
@RequestMapping("/imports/{id}")
class ReviewController {
    private final Imports imports;
    private final CustomFields fields;
    private final Tenants tenants;

    ReviewController(Imports imports, CustomFields fields, Tenants tenants) {
        this.imports = imports;
        this.fields = fields;
        this.tenants = tenants;
    }

    @GetMapping("/review")
    ModelAndView review(Caller caller, Rendering rendering, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        if (of.status() != ImportStatus.UPLOADED || !caller.may(Scope.IMPORTS_WRITE)) {
            return new ModelAndView("redirect:/imports/" + id);
        }
        if (!of.mapped()) {
            return new ModelAndView("redirect:/imports/" + id + "/map");
        }
        Review review = imports.findReview(caller.tenant(), id).orElse(null);
        return new ModelAndView(
                rendering.choose("imports/review", "imports/review_state"),
                "page",
                page(caller.tenant(), of, review));
    }

    @PostMapping("/review")
    String begin(Caller caller, @PathVariable UUID id) {
        imports.startReview(caller.tenant(), id);
        return "redirect:/imports/" + id + "/review";
    }

    @PostMapping("/start")
    String start(Caller caller, @PathVariable UUID id) {
        imports.start(caller.tenant(), id);
        return "redirect:/imports/" + id;
    }

    private ReviewPage page(TenantId tenant, Import of, @Nullable Review review) {
        var names = new FieldNames(fields.all(tenant));
        var options = new SettingsReader(tenants.get(tenant).settings()).read(of.settings());
        if (review == null) {
            return new ReviewPage(
                    of, null, OutcomeBar.of(RowCounts.NONE, 0), new Issues(List.of()), List.of());
        }
        return new ReviewPage(
                of,
                review,
                OutcomeBar.of(review.counts(), 0),
                Issues.of(review.issues(), review.total(), options, names),
                review.problems().stream().map(row -> RowLine.of(row, of, names)).toList());
    }
}
