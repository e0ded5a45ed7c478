package io.muster.server.exports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.exports.Export;
import io.muster.server.exports.ExportFormat;
import io.muster.server.exports.Exports;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Exports for programs.
@RestController("exportsApi")
@RequestMapping("/api/v1/exports")
class ExportsController {
    private static final String LIST = "exports";

    private final Exports exports;

    ExportsController(Exports exports) {
        this.exports = exports;
    }

    /// Whom to export: a segment, or those whom a filter means; without either, all contacts.
    ///
    /// @param format `csv` (the default) or `xlsx`
    record ExportRequest(
            @Nullable UUID segmentId, @Nullable FilterNode filter, @Nullable String format) {}

    /// An export as it is shown.
    ///
    /// @param status `queued`, `processing`, `completed`, `failed`, or `expired` once its file is
    ///   gone
    /// @param segmentName what the segment was called when the export was begun
    /// @param filter who is in the file; null for all contacts
    /// @param fileSize in bytes; null before the file is there
    /// @param expiresAt when the file goes; null before it is there
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExportView(
            UUID id,
            String status,
            String format,
            @Nullable UUID segmentId,
            @Nullable String segmentName,
            @Nullable FilterNode filter,
            ProgressView progress,
            String fileName,
            @Nullable Long fileSize,
            @Nullable String failureReason,
            String createdBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Instant expiresAt) {

        /// @param total contacts to be written; null until they are counted
        @JsonInclude(JsonInclude.Include.ALWAYS)
        record ProgressView(long processed, @Nullable Long total) {}

        static ExportView of(Export export) {
            return new ExportView(
                    export.id(),
                    export.status().text(),
                    export.format().text(),
                    export.segmentId(),
                    export.segmentName(),
                    export.filter(),
                    new ProgressView(export.written(), export.total()),
                    export.fileName(),
                    export.fileSize(),
                    export.failureReason(),
                    export.createdBy(),
                    export.createdAt(),
                    export.finishedAt(),
                    export.expiresAt());
        }
    }

    /// Newest first.
    @GetMapping
    Page<ExportView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID before = cursor == null ? null : cursor.id(LIST);
        List<Export> found = exports.list(caller.tenant(), before, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(LIST, last.id())).map(ExportView::of);
    }

    @GetMapping("/{id}")
    ExportView get(Caller caller, @PathVariable UUID id) {
        return ExportView.of(exports.get(caller.tenant(), id));
    }

    @PostMapping
    ResponseEntity<ExportView> create(
            Caller caller, @RequestBody(required = false) @Nullable ExportRequest request) {
        Export made =
                request == null
                        ? exports.create(caller, null, null, ExportFormat.CSV)
                        : exports.create(
                                caller,
                                request.segmentId(),
                                request.filter(),
                                format(request.format()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/exports/" + made.id()))
                .body(ExportView.of(made));
    }

    /// Stops the export, or removes its file.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID id) {
        exports.withdraw(caller.tenant(), id);
    }

    private static ExportFormat format(@Nullable String text) {
        return text == null
                ? ExportFormat.CSV
                : ExportFormat.find(text)
                        .orElseThrow(() -> {
                            String message = "The formats are csv and xlsx.";
                            return ApiProblem.unprocessable(
                                    message,
                                    List.of(
                                            new FieldError(
                                                    "/format",
                                                    Code.INVALID_OPTION.name(),
                                                    message)));
                        });
    }
}
