package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.muster.server.access.Caller;
import io.muster.server.access.Idempotency;
import io.muster.server.access.Sight;
import io.muster.server.imports.FormatChoice;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRow;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.repair.RepairedFiles;
import io.muster.server.imports.repair.Retries;
import io.muster.server.imports.upload.Upload;
import io.muster.server.imports.upload.Uploads;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Imports for programs.
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {
    private static final String LIST = "imports";
    private static final String ROWS = "rows";

    private final Imports imports;
    private final ImportRows rows;
    private final RepairedFiles repairedFiles;
    private final Retries retries;
    private final Uploads uploads;
    private final Idempotency idempotency;
    private final JsonMapper json;

    ImportsController(
            Imports imports,
            ImportRows rows,
            RepairedFiles repairedFiles,
            Retries retries,
            Uploads uploads,
            Idempotency idempotency,
            JsonMapper json) {
        this.imports = imports;
        this.rows = rows;
        this.repairedFiles = repairedFiles;
        this.retries = retries;
        this.uploads = uploads;
        this.idempotency = idempotency;
        this.json = json;
    }

    /// The mapping of an import, and its options.
    record MappingBody(
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<ColumnSettings> columns,
            @Nullable ImportSettings options) {

        ImportSettings settings() {
            ImportSettings rest = options == null ? ImportSettings.NONE : options;
            return columns == null ? rest : rest.withColumns(columns);
        }
    }

    @Operation(
            summary = "Upload a file",
            description =
                    "201 with a new import; with `start=true` it is mapped by `options`, or else by the suggestions, and"
                            + " started: 202. A repaired error file makes no new import: it is known by the columns"
                            + " `Muster row` and `Muster import`, and laid over the failed rows of that import, whose"
                            + " view comes back with `repaired`: 200, or 202 with `start=true`, which takes the failed"
                            + " rows up as its next attempt. Without these columns it is a file like any other.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    @PostMapping
    ResponseEntity<?> create(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean start) {
        Upload upload = uploads.receive(request);
        boolean[] used = new boolean[1];
        try {
            String options = upload.fields().getOrDefault(Upload.OPTIONS, "");
            String format = upload.fields().getOrDefault(Upload.FORMAT, "");
            ImportSettings settings = read(Upload.OPTIONS, options, ImportSettings.NONE);
            FormatChoice choice = read(Upload.FORMAT, format, FormatChoice.NONE);
            String body = String.join(" ", upload.file().sha256(), upload.name(), options, format);
            return idempotency.once(
                    request,
                    caller,
                    body,
                    () -> {
                        used[0] = true;
                        return created(caller, upload, settings, choice, start);
                    });
        } finally {
            if (!used[0]) {
                uploads.discard(upload.file());
            }
        }
    }

    /// What the form holds.
    record UploadForm(
            @Schema(type = "string", format = "binary") String file,
            @Nullable ImportSettings options,
            @Nullable FormatChoice format) {}

    private ResponseEntity<ImportView> created(
            Caller caller,
            Upload upload,
            ImportSettings settings,
            FormatChoice format,
            boolean start) {
        Optional<Import> known = repairedFiles.recognise(caller.tenant(), upload.file());
        if (known.isPresent()) {
            return repaired(caller, known.get(), upload, start);
        }
        Import made =
                start
                        ? imports.createAndStart(
                                caller, upload.file(), upload.name(), settings, format)
                        : imports.create(caller, upload.file(), upload.name(), settings, format);
        return ResponseEntity.status(start ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .location(URI.create("/api/v1/imports/" + made.id()))
                .body(ImportView.of(made));
    }

    private ResponseEntity<ImportView> repaired(
            Caller caller, Import of, Upload upload, boolean start) {
        RepairedFiles.Merged merged = repairedFiles.merge(caller, of, upload.file());
        Import now =
                start
                        ? retries.retry(caller.tenant(), of.id())
                        : imports.get(caller.tenant(), of.id());
        return ResponseEntity.status(start ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/imports/" + now.id()))
                .body(
                        ImportView.of(
                                now,
                                new ImportView.RepairedView(
                                        merged.rows(), merged.changed(), merged.imported())));
    }

    /// @param none what it means when the field is blank
    private <T> T read(String field, String text, T none) {
        if (text.isBlank()) {
            return none;
        }
        try {
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) none.getClass();
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw ApiProblem.invalid(
                    field, "MALFORMED", field + " must be a JSON object as the API describes it.");
        }
    }

    @GetMapping
    Page<ImportView> list(
            Caller caller, Paging paging, @RequestParam(required = false) @Nullable String status) {
        Long before =
                paging.cursor() == null
                        ? null
                        : paging.cursor().read(LIST, 1, keys -> Long.valueOf(keys.getFirst()));
        List<ImportStatus> statuses =
                status == null || status.isEmpty() ? List.of() : List.of(status(status));
        List<Import> found = imports.list(caller.tenant(), statuses, before, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(LIST, last.number()))
                .map(one -> ImportView.of(one).seen(Sight.of(caller)));
    }

    @GetMapping("/{id}")
    ImportView get(Caller caller, @PathVariable UUID id) {
        return ImportView.of(imports.get(caller.tenant(), id)).seen(Sight.of(caller));
    }

    @PutMapping("/{id}/format")
    ImportView chooseFormat(
            Caller caller, @PathVariable UUID id, @RequestBody FormatChoice choice) {
        return ImportView.of(imports.chooseFormat(caller.tenant(), id, choice));
    }

    @PutMapping("/{id}/mapping")
    ImportView map(Caller caller, @PathVariable UUID id, @RequestBody MappingBody mapping) {
        return ImportView.of(imports.map(caller.tenant(), id, mapping.settings()));
    }

    @PostMapping("/{id}/review")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReviewView startReview(Caller caller, @PathVariable UUID id) {
        return ReviewView.of(imports.startReview(caller.tenant(), id), Sight.of(caller));
    }

    @GetMapping("/{id}/review")
    ReviewView review(Caller caller, @PathVariable UUID id) {
        return ReviewView.of(imports.review(caller.tenant(), id), Sight.of(caller));
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView start(Caller caller, @PathVariable UUID id) {
        return ImportView.of(imports.start(caller, id));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView cancel(Caller caller, @PathVariable UUID id) {
        return ImportView.of(imports.cancel(caller.tenant(), id));
    }

    @GetMapping("/{id}/rows")
    Page<ImportRow> rows(
            Caller caller,
            @PathVariable UUID id,
            Paging paging,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String field) {
        Import of = imports.get(caller.tenant(), id);
        long after =
                paging.cursor() == null
                        ? 0
                        : paging.cursor().read(ROWS, 1, keys -> Long.valueOf(keys.getFirst()));
        List<ImportRow> found =
                rows.list(
                        caller.tenant(),
                        of,
                        Results.selection(result, code, field),
                        after,
                        paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(ROWS, last.row()))
                .map(row -> row.seen(Sight.of(caller)));
    }

    private static ImportStatus status(String text) {
        try {
            return ImportStatus.of(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.invalid(
                    "status", "INVALID_STATUS", "There is no import status of this name.");
        }
    }
}
