package io.muster.server.imports.pages.review;

import io.muster.server.access.Caller;
import io.muster.server.imports.Imports;
import io.muster.server.imports.repair.CellTexts;
import io.muster.server.imports.repair.RepairWork;
import io.muster.server.imports.repair.pages.CellForm;
import io.muster.server.imports.review.FilterWords;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes what people write into the cells of a review.
@Controller
@RequestMapping("/imports/{id}/review")
class ReviewEditController {
    private final Imports imports;
    private final RepairWork work;
    private final ReviewPages pages;

    ReviewEditController(Imports imports, RepairWork work, ReviewPages pages) {
        this.imports = imports;
        this.work = work;
        this.pages = pages;
    }

    /// Judges the row anew and shows it in its place, with the counts as they are then.
    ///
    /// @param shown indexes of the columns that the page shows, in their order
    @PostMapping("/rows/{row}")
    ModelAndView edit(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        ReviewAddress address = address(id, form).at(from(form));
        try {
            work.edit(caller, id, row, new CellTexts(null, CellForm.cells(form)));
            return switch (rendering) {
                case PAGE -> new ModelAndView("redirect:" + address.whole() + "#row-" + row);
                case FRAGMENT ->
                        new ModelAndView(
                                "imports/review_edited",
                                "page",
                                pages.of(
                                        caller.tenant(),
                                        imports.get(caller.tenant(), id),
                                        address,
                                        row,
                                        columns(shown)));
            };
        } catch (ApiProblem problem) {
            if (problem.kind() == ProblemKind.NOT_FOUND || rendering == Rendering.PAGE) {
                throw problem;
            }
            // What was typed stays where it is.
            response.setHeader("HX-Reswap", "none");
            ModelAndView answer =
                    new ModelAndView("imports/review_refused", "problems", CellForm.words(problem));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }

    /// Undoes the last step.
    @PostMapping("/undo")
    String undo(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long step,
            @RequestParam MultiValueMap<String, String> form) {
        work.undo(caller, id, step);
        return "redirect:" + address(id, form).at(from(form)).whole();
    }

    private static ReviewAddress address(UUID id, MultiValueMap<String, String> form) {
        String columns = form.getFirst("columns");
        return new ReviewAddress(
                id,
                FilterWords.read(
                        form.getFirst("action"),
                        form.get("code"),
                        form.getFirst("field"),
                        form.getFirst("severity"),
                        form.getFirst("clears"),
                        "true".equals(form.getFirst("problems")),
                        wrong -> {}),
                ColumnChoice.of(columns == null ? "" : columns),
                1);
    }

    private static long from(MultiValueMap<String, String> form) {
        return number(form.getFirst("from"));
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,12}") ? Long.parseLong(text) : 1;
    }

    private static List<Integer> columns(String shown) {
        return Stream.of(shown.split(","))
                .filter(index -> index.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .toList();
    }
}
