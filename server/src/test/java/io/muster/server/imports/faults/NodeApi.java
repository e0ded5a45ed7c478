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

    /// Uploads and starts.
    UUID start(Node node, byte[] file) throws IOException, InterruptedException {
        Multipart form = new Multipart().file(file);
        DocumentContext made =
                send(
                        to(node, "?start=true")
                                .header("Content-Type", form.contentType())
                                .POST(BodyPublishers.ofByteArray(form.body())));
        return ImportApi.id(made);
    }

    DocumentContext show(Node node, UUID id) throws IOException, InterruptedException {
        return send(to(node, "/" + id));
    }

    /// Whether a run of the tenant's imports has begun on the node.
    boolean hasRun(Node node) {
        return hasLogged(node, " begins after row ");
    }

    /// Whether a run of the tenant's imports has noticed that it is the node's no longer.
    boolean wasLost(Node node) {
        return hasLogged(node, " was taken over") || hasLogged(node, " stopped");
    }

    private boolean hasLogged(Node node, String what) {
        return node.log().stream()
                .anyMatch(line -> line.contains("tenant " + tenant) && line.contains(what));
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
