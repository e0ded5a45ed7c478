package io.muster.server.imports.faults;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.server.TestTenants;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.Multipart;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/// A program that imports contacts through a node, over HTTP.
record NodeApi(TenantId tenant, String key) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static NodeApi newTenant(Node node) throws IOException, InterruptedException {
        DocumentContext made =
                send(
                        HttpRequest.newBuilder(URI.create(node.url("/api/v1/tenants")))
                                .header("Authorization", "Bearer " + TestTenants.OPERATOR_KEY)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\": \"A tenant\"}")));
        return new NodeApi(TenantId.parse(made.read("$.id")), made.read("$.api_key"));
    }

    /// Uploads.
    UUID upload(Node node, byte[] file) throws IOException, InterruptedException {
        return ImportApi.id(send(form(node, "", file)));
    }

    /// Starts what was uploaded, by the suggested mapping.
    void start(Node node, UUID id) throws IOException, InterruptedException {
        send(
                to(node, "/" + id + "/mapping")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{}")));
        send(to(node, "/" + id + "/start").POST(BodyPublishers.noBody()));
    }

    /// Uploads and starts at once.
    UUID start(Node node, byte[] file) throws IOException, InterruptedException {
        return ImportApi.id(send(form(node, "?start=true", file)));
    }

    /// The same, once for each key however often it is sent.
    UUID start(Node node, byte[] file, String idempotencyKey)
            throws IOException, InterruptedException {
        return ImportApi.id(
                send(form(node, "?start=true", file).header("Idempotency-Key", idempotencyKey)));
    }

    /// Begins an undo.
    void revert(Node node, UUID id) throws IOException, InterruptedException {
        send(to(node, "/" + id + "/revert").POST(BodyPublishers.noBody()));
    }

    DocumentContext show(Node node, UUID id) throws IOException, InterruptedException {
        return send(to(node, "/" + id));
    }

    /// How many runs of the tenant's imports have begun on the node.
    long runs(Node node) {
        return logged(node, " begins after row ");
    }

    /// Whether a run of the tenant's imports has ended there before its time.
    boolean hasLost(Node node) {
        return logged(node, " was taken over") + logged(node, " stopped") > 0;
    }

    private long logged(Node node, String what) {
        return node.log().stream()
                .filter(line -> line.contains("tenant " + tenant) && line.contains(what))
                .count();
    }

    private HttpRequest.Builder form(Node node, String query, byte[] file) {
        Multipart form = new Multipart().file(file);
        return to(node, query)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.body()));
    }

    private HttpRequest.Builder to(Node node, String path) {
        return HttpRequest.newBuilder(URI.create(node.url("/api/v1/imports" + path)))
                .header("Authorization", "Bearer " + key);
    }

    private static DocumentContext send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return JsonPath.parse(answer.body());
    }
}
