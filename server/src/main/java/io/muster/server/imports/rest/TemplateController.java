package io.muster.server.imports.rest;

import io.muster.engine.report.Template;
import io.muster.server.access.Caller;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.EngineFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A header to start from, which maps to every field by itself, for programs and for people alike.
@RestController
class TemplateController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CustomFields fields;

    TemplateController(CustomFields fields) {
        this.fields = fields;
    }

    @GetMapping({"/api/v1/import-template.csv", "/import-template.csv"})
    ResponseEntity<byte[]> csv(Caller caller) {
        return file(
                template(caller).csv().getBytes(StandardCharsets.UTF_8),
                CSV,
                "import-template.csv");
    }

    @GetMapping({"/api/v1/import-template.xlsx", "/import-template.xlsx"})
    ResponseEntity<byte[]> xlsx(Caller caller) throws IOException {
        var bytes = new ByteArrayOutputStream();
        template(caller).xlsx(bytes);
        return file(bytes.toByteArray(), XLSX, "import-template.xlsx");
    }

    private Template template(Caller caller) {
        return Template.of(EngineFields.of(fields.all(caller.tenant())));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
