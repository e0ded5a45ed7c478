package io.muster.server.importlog.rest;

import io.muster.server.access.Caller;
import io.muster.server.importlog.LogExport;
import io.muster.server.importlog.LogFilter;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// A part of the log to take away, written while it is sent.
@RestController
class LogDownloadController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final LogExport export;
    private final LogQuery query;

    LogDownloadController(LogExport export, LogQuery query) {
        this.export = export;
        this.query = query;
    }

    /// Everything that the filter finds, the newest first.
    ///
    /// @param from the first moment, with its offset; without `from` and `to` the last 15 minutes
    /// @param to the moment before which rows were received; open by default
    /// @param result `success`, `warning` or `failure`
    /// @param source `file`, `campaign`, `api` or the key of a source
    /// @param reason a code, and behind a colon the field that it is about: `INVALID_EMAIL:email`
    /// @param q part of a name, or a whole phone, email or external id
    @GetMapping({"/api/v1/import-log.csv", "/import-log.csv"})
    ResponseEntity<StreamingResponseBody> download(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String q) {
        LogFilter filter = query.read(caller, from, to, result, source, reason, q);
        String attachment =
                ContentDisposition.attachment().filename("import-log.csv").build().toString();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(out ->
                        export.write(
                                caller.tenant(),
                                filter,
                                new BufferedWriter(
                                        new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }
}
