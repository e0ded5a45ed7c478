package io.muster.server.audit.rest;

import io.muster.server.access.Caller;
import io.muster.server.audit.AuditAction;
import io.muster.server.audit.AuditEntry;
import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.audit.AuditExport;
import io.muster.server.audit.AuditFilter;
import io.muster.server.audit.AuditTrail;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Moment;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Lets programs read the trail, and people take it away.
@RestController("auditApi")
class AuditController {
    private static final String LIST = "audit";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditTrail trail;
    private final AuditExport export;

    AuditController(AuditTrail trail, AuditExport export) {
        this.trail = trail;
        this.export = export;
    }

    /// Who changed what and took what away, the newest first.
    ///
    /// @param actor the id of a member or an API key, or a part of their name
    /// @param action such as `segment_created`
    /// @param subject the id of a thing, or a part of its name
    /// @param from the first moment, with its offset
    /// @param to the moment before which it was
    @GetMapping("/api/v1/audit")
    Page<AuditView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Paging paging) {
        Cursor cursor = paging.cursor();
        Place after =
                cursor == null
                        ? null
                        : cursor.read(
                                LIST,
                                2,
                                keys ->
                                        new Place(
                                                Instant.parse(keys.getFirst()),
                                                UUID.fromString(keys.getLast())));
        List<AuditEntry> found =
                trail.list(
                        caller.tenant(),
                        filter(actor, action, subject, from, to),
                        after,
                        paging.fetch());
        return Page.of(found, paging, entry -> Cursor.of(LIST, entry.at(), entry.id()))
                .map(AuditView::of);
    }

    /// Everything that the filter finds, the newest first, as a file.
    ///
    /// @param actor the id of a member or an API key, or a part of their name
    /// @param action such as `segment_created`
    /// @param subject the id of a thing, or a part of its name
    /// @param from the first moment, with its offset
    /// @param to the moment before which it was
    @GetMapping({"/api/v1/audit.csv", "/audit.csv"})
    ResponseEntity<StreamingResponseBody> download(
            Caller caller,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        AuditFilter filter = filter(actor, action, subject, from, to);
        String attachment =
                ContentDisposition.attachment().filename("audit.csv").build().toString();
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

    private static AuditFilter filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {
        return new AuditFilter(
                blankToNull(actor),
                action(blankToNull(action)),
                blankToNull(subject),
                moment("from", blankToNull(from)),
                moment("to", blankToNull(to)));
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        return text == null ? null : Moment.parse(name, text);
    }

    private static @Nullable AuditAction action(@Nullable String text) {
        return text == null
                ? null
                : AuditAction.find(text)
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "action",
                                        "INVALID_ACTION",
                                        "action must be one of: " + actions() + "."));
    }

    private static String actions() {
        return Arrays.stream(AuditAction.values())
                .map(AuditAction::toString)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
