package io.muster.server.imports.repair.rest;

import io.muster.server.access.Caller;
import io.muster.server.files.FileContent;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.repair.ErrorFiles;
import io.muster.server.imports.repair.ErrorRows;
import io.muster.server.imports.repair.FileKind;
import io.muster.server.imports.rest.CsvDownload;
import io.muster.server.imports.store.ErrorFileStore.Prepared;
import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The rows that failed as a file to mend them in, for programs and for people alike.
@RestController
class ErrorFilesController {
    private static final String WAIT_SECONDS = "3";
    private static final String PREPARING = "{\"state\": \"preparing\"}";

    private final Imports imports;
    private final ErrorRows rows;
    private final ErrorFiles files;

    ErrorFilesController(Imports imports, ErrorRows rows, ErrorFiles files) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
    }

    @Operation(
            summary = "The failed rows in the shape of the file, with what was wrong with each",
            description =
                    "Repaired, the file can be uploaded as it is: the columns that were added tell which rows of which"
                            + " import it holds.")
    @GetMapping({"/api/v1/imports/{id}/errors.csv", "/imports/{id}/errors.csv"})
    ResponseEntity<StreamingResponseBody> csv(Caller caller, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        return files.find(caller.tenant(), of, FileKind.CSV)
                .filter(Prepared::ready)
                .map(ready -> stored(of, FileKind.CSV, ready))
                .orElseGet(() -> fresh(caller, of, FileKind.CSV));
    }

    @Operation(
            summary = "The same as a workbook, in which the cells at fault are coloured",
            description =
                    "One with very many rows is prepared first: 202 with `Retry-After` until it is there.")
    @GetMapping({"/api/v1/imports/{id}/errors.xlsx", "/imports/{id}/errors.xlsx"})
    ResponseEntity<StreamingResponseBody> xlsx(Caller caller, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        if (!files.isLarge(of)) {
            return fresh(caller, of, FileKind.XLSX);
        }
        Prepared file = files.prepare(caller.tenant(), of, FileKind.XLSX);
        return file.ready()
                ? stored(of, FileKind.XLSX, file)
                : ResponseEntity.status(HttpStatus.ACCEPTED)
                        .header(HttpHeaders.RETRY_AFTER, WAIT_SECONDS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(out -> out.write(PREPARING.getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<StreamingResponseBody> fresh(Caller caller, Import of, FileKind kind) {
        return head(of, kind).body(out -> rows.write(caller.tenant(), of, kind, out));
    }

    private ResponseEntity<StreamingResponseBody> stored(Import of, FileKind kind, Prepared file) {
        FileContent content = files.open(Objects.requireNonNull(file.fileId()));
        return head(of, kind)
                .contentLength(content.size())
                .body(out -> {
                    try (InputStream in = content.open()) {
                        in.transferTo(out);
                    }
                });
    }

    private static ResponseEntity.BodyBuilder head(Import of, FileKind kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        CsvDownload.disposition(
                                CsvDownload.name(of.file().name(), "errors", kind.text())));
    }
}
