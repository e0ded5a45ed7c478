package io.muster.server.imports.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// A CSV file to take away, written while it is sent.
public final class CsvDownload {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private CsvDownload() {}

    /// What writes the file.
    public interface Content {
        void write(Writer out) throws IOException;
    }

    /// @param file that it is about, `people.csv`
    /// @param what of it, `errors`: the download is `people-errors.csv`
    public static ResponseEntity<StreamingResponseBody> of(
            String file, String what, Content content) {
        return answer(name(file, what, "csv"))
                .body(out ->
                        content.write(
                                new BufferedWriter(
                                        new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }

    static BodyBuilder answer(String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    /// What a browser is told to save a file under.
    public static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /// `people-errors.csv` for the errors of `people.xlsx`.
    public static String name(String file, String what, String ending) {
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file) + "-" + what + "." + ending;
    }
}
