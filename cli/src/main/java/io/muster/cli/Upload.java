package io.muster.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// A file as the body of a form, read while it is sent.
record Upload(Path file, String boundary) {

    static Upload of(Path file) {
        return new Upload(file, "muster-" + UUID.randomUUID());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() throws FileNotFoundException {
        return BodyPublishers.concat(
                text(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                                .formatted(boundary, name())),
                BodyPublishers.ofFile(file),
                text("\r\n--%s--\r\n".formatted(boundary)));
    }

    /// As browsers write it: nothing in a name ends its quotes or its line.
    private String name() {
        return file.getFileName()
                .toString()
                .replace("\"", "%22")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
