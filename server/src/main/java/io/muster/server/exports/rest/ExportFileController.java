package io.muster.server.exports.rest;

import io.muster.server.access.Caller;
import io.muster.server.exports.Export;
import io.muster.server.exports.Exports;
import io.muster.server.files.FileContent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The files of exports, for programs and for people alike.
@RestController
class ExportFileController {
    private final Exports exports;

    ExportFileController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping({"/api/v1/exports/{id}/file", "/exports/{id}/file"})
    ResponseEntity<StreamingResponseBody> file(Caller caller, @PathVariable UUID id) {
        Export export = exports.get(caller.tenant(), id);
        FileContent content = exports.file(caller.tenant(), export);
        String attachment =
                ContentDisposition.attachment()
                        .filename(export.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(export.format().mediaType()))
                .contentLength(content.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(out -> {
                    try (InputStream in = content.open()) {
                        in.transferTo(out);
                    }
                });
    }
}
