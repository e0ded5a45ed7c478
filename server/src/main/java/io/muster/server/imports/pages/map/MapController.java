package io.muster.server.imports.pages.map;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.imports.FormatChoice;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
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

/// Chooses how a file is read, where its columns go, and what the import may do.
@Controller
@RequestMapping("/imports/{id}")
class MapController {
    private final Imports imports;
    private final SavedMappings saved;
    private final MapView view;

    MapController(Imports imports, SavedMappings saved, MapView view) {
        this.imports = imports;
        this.saved = saved;
        this.view = view;
    }

    @GetMapping("/map")
    ModelAndView form(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String show) {
        Import of = imports.get(caller.tenant(), id);
        if (of.status() != ImportStatus.UPLOADED || !caller.may(Scope.IMPORTS_WRITE)) {
            return new ModelAndView("redirect:/imports/" + id);
        }
        return page(caller, of, MapView.chosen(of), ColumnFilter.of(show), List.of());
    }

    /// Saves the mapping and begins the review.
    @PostMapping("/map")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            HttpServletRequest request) {
        Import of = imports.get(caller.tenant(), id);
        ImportSettings settings = new MapForm(request.getParameterMap()).settings(of);
        try {
            imports.map(caller.tenant(), id, settings);
        } catch (ApiProblem problem) {
            return refused(caller, of, settings, ColumnFilter.of(show), problem);
        }
        imports.startReview(caller.tenant(), id);
        return new ModelAndView("redirect:/imports/" + id + "/review");
    }

    /// Says what is wrong with a mapping that is still being made, and what it will come to.
    @PostMapping("/map/check")
    ModelAndView check(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        Import of = imports.get(caller.tenant(), id);
        var form = new MapForm(request.getParameterMap());
        return new ModelAndView(
                "imports/map_check", "state", view.state(caller.tenant(), of, form));
    }

    /// Shows the values of a column that its field does not know, to be mapped.
    @PostMapping("/map/values/{index}")
    ModelAndView values(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int index,
            @RequestParam(defaultValue = "") String show,
            Rendering rendering,
            HttpServletRequest request) {
        Import of = imports.get(caller.tenant(), id);
        ImportSettings settings = new MapForm(request.getParameterMap()).settings(of);
        ValuesPanel panel = view.values(caller.tenant(), of, settings, index);
        return switch (rendering) {
            case FRAGMENT -> new ModelAndView("imports/map_values", "panel", panel);
            case PAGE ->
                    new ModelAndView(
                            "imports/map",
                            "page",
                            view.page(
                                            caller.tenant(),
                                            of,
                                            settings,
                                            ColumnFilter.of(show),
                                            List.of())
                                    .with(panel));
        };
    }

    /// Keeps the mapping for files with the same headers.
    @PostMapping("/map/keep")
    ModelAndView keep(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            HttpServletRequest request) {
        Import of = imports.get(caller.tenant(), id);
        var form = new MapForm(request.getParameterMap());
        ImportSettings settings = form.settings(of);
        try {
            SavedMapping kept =
                    saved.keep(
                            caller.tenant(),
                            SavedMappings.content(form.mappingName(), of, settings));
            return new ModelAndView(
                    "imports/map",
                    "page",
                    view.page(caller.tenant(), of, settings, ColumnFilter.of(show), List.of())
                            .savedAs(kept.name()));
        } catch (ApiProblem problem) {
            return refused(caller, of, settings, ColumnFilter.of(show), problem);
        }
    }

    @PostMapping("/format")
    ModelAndView format(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String delimiter,
            @RequestParam(required = false) @Nullable String quote,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String header,
            @RequestParam(name = "skip_lines") @Nullable Integer skipLines) {
        Import of = imports.get(caller.tenant(), id);
        try {
            imports.chooseFormat(
                    caller.tenant(),
                    id,
                    new FormatChoice(encoding, delimiter, quote, sheet, skipLines, header));
            return new ModelAndView("redirect:/imports/" + id + "/map");
        } catch (ApiProblem problem) {
            return refused(caller, of, MapView.chosen(of), ColumnFilter.ALL, problem);
        }
    }

    private ModelAndView refused(
            Caller caller,
            Import of,
            ImportSettings settings,
            ColumnFilter filter,
            ApiProblem problem) {
        if (problem.kind() != ProblemKind.UNPROCESSABLE) {
            throw problem;
        }
        List<String> refusals =
                problem.problem().errors().stream().map(FieldError::message).distinct().toList();
        ModelAndView page = page(caller, of, settings, filter, refusals);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Caller caller,
            Import of,
            ImportSettings settings,
            ColumnFilter filter,
            List<String> refusals) {
        return new ModelAndView(
                "imports/map", "page", view.page(caller.tenant(), of, settings, filter, refusals));
    }
}
