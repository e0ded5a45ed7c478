package io.muster.server.imports.rest;

import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.Imports;
import io.muster.server.imports.RowFilter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Files to take away, for programs and for people alike.
@RestController
class DownloadsController {
    private final Imports imports;
    private final ImportRows rows;

    DownloadsController(Imports imports, ImportRows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /// Rows in the shape of the file, with what became of each.
    @GetMapping({"/api/v1/imports/{id}/rows.csv", "/imports/{id}/rows.csv"})
    ResponseEntity<StreamingResponseBody> rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String result) {
        RowFilter filter = Results.filter(result);
        return report(
                caller, id, filter, filter == null ? "rows" : filter.text().replace('_', '-'));
    }

    private ResponseEntity<StreamingResponseBody> report(
            Caller caller, UUID id, @Nullable RowFilter filter, String what) {
        Import of = imports.get(caller.tenant(), id);
        return CsvDownload.of(
                of.file().name(), what, out -> rows.report(caller.tenant(), of, filter, out));
    }
}
