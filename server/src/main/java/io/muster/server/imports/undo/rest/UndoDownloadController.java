package io.muster.server.imports.undo.rest;

import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.rest.CsvDownload;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.imports.undo.UndoRows;
import io.muster.server.imports.undo.Undos;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The rows of an undo as a file, for programs and for people alike.
@RestController
class UndoDownloadController {
    private final Imports imports;
    private final Undos undos;
    private final UndoRows rows;

    UndoDownloadController(Imports imports, Undos undos, UndoRows rows) {
        this.imports = imports;
        this.undos = undos;
        this.rows = rows;
    }

    /// Rows in the shape of the file, with how each was undone.
    @GetMapping({"/api/v1/imports/{id}/revert/rows.csv", "/imports/{id}/undo/rows.csv"})
    ResponseEntity<StreamingResponseBody> rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String result) {
        Import of = imports.get(caller.tenant(), id);
        undos.get(caller.tenant(), id);
        UndoResult filter = UndoResults.filter(result);
        return CsvDownload.of(
                of.file().name(),
                filter == null ? "undone" : "undo-" + filter.text(),
                out -> rows.report(caller.tenant(), of, filter, out));
    }
}
