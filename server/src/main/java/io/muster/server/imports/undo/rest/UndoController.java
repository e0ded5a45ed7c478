package io.muster.server.imports.undo.rest;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.imports.rest.ImportView;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoPreviews;
import io.muster.server.imports.undo.UndoPreviews.AfterFailure;
import io.muster.server.imports.undo.UndoRow;
import io.muster.server.imports.undo.UndoRows;
import io.muster.server.imports.undo.Undos;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Undo for programs.
@RestController("undoApi")
@RequestMapping("/api/v1/imports/{id}")
class UndoController {
    private static final String ROWS = "undo-rows";

    private final Undos undos;
    private final UndoPreviews previews;
    private final UndoRows rows;

    UndoController(Undos undos, UndoPreviews previews, UndoRows rows) {
        this.undos = undos;
        this.previews = previews;
        this.rows = rows;
    }

    @PostMapping("/revert")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView revert(Caller caller, @PathVariable UUID id) {
        return ImportView.of(undos.begin(caller, id));
    }

    @GetMapping("/revert")
    UndoView get(Caller caller, @PathVariable UUID id) {
        Undo undo = undos.get(caller.tenant(), id);
        Sight sight = Sight.of(caller);
        return UndoView.of(
                undo,
                undos.issues(caller.tenant(), id).stream()
                        .map(issue -> issue.seen(sight))
                        .toList());
    }

    /// @param again tries a preview that failed once more
    @GetMapping("/revert-preview")
    UndoPreviewView preview(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean again) {
        return UndoPreviewView.of(
                previews.get(
                        caller.tenant(), id, again ? AfterFailure.TRY_AGAIN : AfterFailure.STAY));
    }

    @GetMapping("/revert/rows")
    Page<UndoRow> rows(
            Caller caller,
            @PathVariable UUID id,
            Paging paging,
            @RequestParam(required = false) @Nullable String result) {
        undos.get(caller.tenant(), id);
        long after =
                paging.cursor() == null
                        ? 0
                        : paging.cursor().read(ROWS, 1, keys -> Long.valueOf(keys.getFirst()));
        List<UndoRow> found =
                rows.list(caller.tenant(), id, UndoResults.filter(result), after, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(ROWS, last.row()));
    }
}
