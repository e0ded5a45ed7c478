package io.muster.server.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A form with a file, as it goes over the wire.
public final class Multipart {
    private static final String BOUNDARY = "a-boundary-that-no-file-holds";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart file(byte[] content) {
        return file("contacts.csv", content);
    }

    public Multipart file(String name, byte[] content) {
        part("name=\"file\"; filename=\"" + name + "\"", content);
        return this;
    }

    /// Left out when blank.
    public Multipart field(String name, String value) {
        if (!value.isBlank()) {
            part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void part(String disposition, byte[] content) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
