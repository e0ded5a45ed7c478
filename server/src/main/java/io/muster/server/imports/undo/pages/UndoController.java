package io.muster.server.imports.undo.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoChance;
import io.muster.server.imports.undo.UndoPreviews;
import io.muster.server.imports.undo.UndoPreviews.AfterFailure;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.imports.undo.UndoRows;
import io.muster.server.imports.undo.Undos;
import io.muster.server.platform.pages.Rendering;
import jakarta.servlet.http.HttpServletResponse;
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

/// Asks before an undo, with what it would do; and shows its rows afterwards.
@Controller("undoPages")
@RequestMapping("/imports/{id}/undo")
class UndoController {
    private final Imports imports;
    private final Undos undos;
    private final UndoPreviews previews;
    private final UndoRows rows;
    private final CustomFields fields;

    UndoController(
            Imports imports,
            Undos undos,
            UndoPreviews previews,
            UndoRows rows,
            CustomFields fields) {
        this.imports = imports;
        this.undos = undos;
        this.previews = previews;
        this.rows = rows;
        this.fields = fields;
    }

    /// @param again tries a preview that failed once more
    @GetMapping
    @Nullable ModelAndView ask(
            Caller caller,
            Rendering rendering,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean again) {
        Import of = imports.get(caller.tenant(), id);
        if (!(undos.chance(of) instanceof UndoChance.Possible)
                || !caller.may(Scope.IMPORTS_WRITE)) {
            return away("/imports/" + id, rendering, response);
        }
        var preview =
                previews.get(
                        caller.tenant(), id, again ? AfterFailure.TRY_AGAIN : AfterFailure.STAY);
        return new ModelAndView(
                rendering.choose("imports/undo", "imports/undo_preview"),
                "page",
                UndoPage.of(
                        of, preview, undos.find(caller.tenant(), id).isPresent(), names(caller)));
    }

    /// @return null when the script of a page that asks for itself was told to leave it
    private static @Nullable ModelAndView away(
            String path, Rendering rendering, HttpServletResponse response) {
        return switch (rendering) {
            case PAGE -> new ModelAndView("redirect:" + path);
            case FRAGMENT -> {
                response.setHeader("HX-Redirect", path);
                yield null;
            }
        };
    }

    @PostMapping
    String begin(Caller caller, @PathVariable UUID id) {
        undos.begin(caller, id);
        return "redirect:/imports/" + id;
    }

    /// @param from the number of the first row wanted
    @GetMapping("/rows")
    ModelAndView rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "1") long from) {
        Import of = imports.get(caller.tenant(), id);
        Undo undo = undos.get(caller.tenant(), id);
        UndoResult filter = UndoResult.of(result).orElse(null);
        FieldNames names = names(caller);
        List<UndoLine> found =
                rows
                        .list(
                                caller.tenant(),
                                id,
                                filter,
                                Math.max(from, 1) - 1,
                                UndoRowsPage.LIMIT + 1)
                        .stream()
                        .map(row -> UndoLine.of(row, of, names))
                        .toList();
        return new ModelAndView(
                "imports/undo_rows", "page", UndoRowsPage.of(of, undo, filter, found, from));
    }

    private FieldNames names(Caller caller) {
        return new FieldNames(fields.all(caller.tenant()));
    }
}
