package io.muster.server.imports.repair.pages;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What keeps rows of an import out: reasons, their rows, and each row by itself.
@Controller
@RequestMapping("/imports/{id}/errors")
class ErrorsController {
    private final Imports imports;
    private final ErrorPages pages;

    ErrorsController(Imports imports, ErrorPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView errors(Caller caller, Rendering rendering, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        return isOver(of)
                ? new ModelAndView(
                        rendering.choose("repair/errors", "repair/files"),
                        "page",
                        pages.errors(caller, of, List.of()))
                : new ModelAndView("redirect:/imports/" + id);
    }

    /// @param from the number of the first row wanted
    @GetMapping("/rows")
    ModelAndView group(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(defaultValue = "1") long from) {
        Import of = imports.get(caller.tenant(), id);
        return isOpen(of)
                ? new ModelAndView(
                        "repair/group",
                        "page",
                        pages.group(caller, of, issue(code, field), from, List.of()))
                : new ModelAndView("redirect:/imports/" + id);
    }

    @GetMapping("/rows/{row}")
    ModelAndView row(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String field) {
        Import of = imports.get(caller.tenant(), id);
        return new ModelAndView(
                rendering.choose("repair/row", "repair/row_details"),
                "page",
                pages.row(caller, of, row, code == null ? null : issue(code, field)));
    }

    /// Whether its rows can be looked at by reason: once it is over, or when it was reviewed.
    private boolean isOpen(Import of) {
        return isOver(of) || of.status() == ImportStatus.UPLOADED && of.mapped();
    }

    static boolean isOver(Import of) {
        return switch (of.status()) {
            case COMPLETED, FAILED, CANCELLED -> true;
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING, REVERTED -> false;
        };
    }

    /// @throws ApiProblem 404 for a code that there is not
    static Issue issue(String code, @Nullable String field) {
        Code known =
                Stream.of(Code.values())
                        .filter(one -> one.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.notFound("group of rows"));
        return new Issue(known, field == null || field.isEmpty() ? null : field);
    }
}
