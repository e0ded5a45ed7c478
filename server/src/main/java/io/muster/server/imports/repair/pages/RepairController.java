package io.muster.server.imports.repair.pages;

import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.BulkFixes;
import io.muster.server.imports.repair.CellTexts;
import io.muster.server.imports.repair.Conflicts;
import io.muster.server.imports.repair.Conflicts.Resolution;
import io.muster.server.imports.repair.ErrorFiles;
import io.muster.server.imports.repair.FileKind;
import io.muster.server.imports.repair.RepairWork;
import io.muster.server.imports.repair.RepairedFiles;
import io.muster.server.imports.repair.Retries;
import io.muster.server.imports.repair.RowNow;
import io.muster.server.imports.upload.Upload;
import io.muster.server.imports.upload.Uploads;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What people do about the rows that went wrong.
@Controller
@RequestMapping("/imports/{id}/errors")
class RepairController {
    private final Imports imports;
    private final RepairWork work;
    private final BulkFixes fixes;
    private final Conflicts conflicts;
    private final Retries retries;
    private final RepairedFiles repairedFiles;
    private final ErrorFiles files;
    private final Uploads uploads;
    private final ErrorPages pages;

    RepairController(
            Imports imports,
            RepairWork work,
            BulkFixes fixes,
            Conflicts conflicts,
            Retries retries,
            RepairedFiles repairedFiles,
            ErrorFiles files,
            Uploads uploads,
            ErrorPages pages) {
        this.imports = imports;
        this.work = work;
        this.fixes = fixes;
        this.conflicts = conflicts;
        this.retries = retries;
        this.repairedFiles = repairedFiles;
        this.files = files;
        this.uploads = uploads;
        this.pages = pages;
    }

    @PostMapping("/rows/{row}")
    ModelAndView edit(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return changed(
                caller,
                rendering,
                id,
                row,
                form,
                response,
                () -> work.edit(caller, id, row, new CellTexts(null, CellForm.cells(form))));
    }

    @PostMapping("/rows/{row}/drop")
    ModelAndView drop(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return changed(
                caller, rendering, id, row, form, response, () -> work.drop(caller, id, row));
    }

    /// @param contact the one that is picked; null to create a new one
    /// @param into the one that the others are merged into; null for none
    @PostMapping("/rows/{row}/resolution")
    ModelAndView resolve(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID into,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return changed(
                caller,
                rendering,
                id,
                row,
                form,
                response,
                () ->
                        into == null
                                ? conflicts.resolve(caller, id, row, resolution(contact))
                                : conflicts.merge(caller, id, row, into));
    }

    private static Resolution resolution(@Nullable UUID contact) {
        return contact == null ? new Resolution.CreateNew() : new Resolution.Pick(contact);
    }

    @PostMapping("/preview")
    ModelAndView preview(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form) {
        BulkFix fix = FixForm.read(form);
        Import of = imports.get(caller.tenant(), id);
        Issue issue = issue(form);
        try {
            return new ModelAndView(
                    "repair/preview",
                    "page",
                    pages.preview(
                            caller.tenant(),
                            of,
                            fix,
                            issue,
                            fixes.preview(caller.tenant(), id, fix)));
        } catch (ApiProblem problem) {
            return refused(
                    problem,
                    "repair/group",
                    pages.group(caller, of, issue, 1, CellForm.words(problem)));
        }
    }

    @PostMapping("/fix")
    ModelAndView fix(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form) {
        try {
            fixes.apply(caller, id, FixForm.read(form));
            return new ModelAndView(
                    "redirect:" + ErrorsPage.home(imports.get(caller.tenant(), id)));
        } catch (ApiProblem problem) {
            Import of = imports.get(caller.tenant(), id);
            return refused(
                    problem,
                    "repair/group",
                    pages.group(caller, of, issue(form), 1, CellForm.words(problem)));
        }
    }

    @PostMapping("/undo")
    String undo(Caller caller, @PathVariable UUID id, @RequestParam long step) {
        work.undo(caller, id, step);
        return "redirect:" + ErrorsPage.home(imports.get(caller.tenant(), id));
    }

    @PostMapping("/retry")
    String retry(Caller caller, @PathVariable UUID id) {
        retries.retry(caller.tenant(), id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/file")
    String prepare(Caller caller, @PathVariable UUID id, @RequestParam String format) {
        FileKind kind =
                FileKind.of(format).orElseThrow(() -> ApiProblem.notFound("format of a file"));
        files.prepare(caller.tenant(), imports.get(caller.tenant(), id), kind);
        return "redirect:/imports/" + id + "/errors";
    }

    /// Takes a repaired error file, and its rows up again.
    @PostMapping("/upload")
    ModelAndView upload(Caller caller, HttpServletRequest request, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        try {
            Upload upload = uploads.receive(request);
            repairedFiles.merge(caller, of, upload.file());
            retries.retry(caller.tenant(), id);
            return new ModelAndView("redirect:/imports/" + id);
        } catch (ApiProblem problem) {
            return refused(
                    problem, "repair/errors", pages.errors(caller, of, CellForm.words(problem)));
        }
    }

    /// A change of one row.
    private interface Change {
        RowNow make();
    }

    /// Shows the row as it is now in its place, or goes back to where it stands.
    private ModelAndView changed(
            Caller caller,
            Rendering rendering,
            UUID id,
            long row,
            MultiValueMap<String, String> form,
            HttpServletResponse response,
            Change change) {
        Issue group = issue(form);
        Import of = imports.get(caller.tenant(), id);
        try {
            RowNow now = change.make();
            return switch (rendering) {
                case PAGE ->
                        new ModelAndView(
                                "redirect:" + GroupLine.path(of.id(), group, row) + "#row-" + row);
                case FRAGMENT ->
                        new ModelAndView(
                                "repair/row_card",
                                "card",
                                pages.card(caller.tenant(), of, now, group));
            };
        } catch (ApiProblem problem) {
            // What was typed stays where it is.
            response.setHeader("HX-Reswap", "none");
            return refused(
                    problem,
                    rendering.choose("repair/group", "repair/row_refused"),
                    pages.group(caller, of, group, row, CellForm.words(problem)));
        }
    }

    private static ModelAndView refused(ApiProblem problem, String view, Object page) {
        if (problem.kind() == ProblemKind.NOT_FOUND) {
            throw problem;
        }
        ModelAndView answer = new ModelAndView(view, "page", page);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private static Issue issue(MultiValueMap<String, String> form) {
        return ErrorsController.issue(form.getFirst("code") + "", form.getFirst("field"));
    }
}
