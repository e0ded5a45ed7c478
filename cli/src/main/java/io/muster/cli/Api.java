package io.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The calls of the server's API that an import takes.
final class Api implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(2);

    /// Too many requests, and what stands before a server that is away.
    private static final Set<Integer> FOR_NOW = Set.of(429, 502, 503, 504);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final URI server;
    private final String key;

    Api(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    JsonNode upload(Path file) throws IOException, InterruptedException {
        Upload upload = Upload.of(file);
        // However long it takes: the file may be large and the line thin.
        return read(
                send(
                        request("/api/v1/imports")
                                .header("Content-Type", upload.contentType())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(upload.body())
                                .build()));
    }

    /// @param mapping as the API takes it; an empty object for what is suggested
    JsonNode map(String id, JsonNode mapping) throws InterruptedException {
        return read(
                send(
                        request(path(id, "/mapping"))
                                .timeout(ANSWERING)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(mapping.toString()))
                                .build()));
    }

    JsonNode startReview(String id) throws InterruptedException {
        return post(path(id, "/review"));
    }

    JsonNode review(String id) throws InterruptedException {
        return get(path(id, "/review"));
    }

    JsonNode start(String id) throws InterruptedException {
        return post(path(id, "/start"));
    }

    private JsonNode get(String path) throws InterruptedException {
        return read(send(request(path).timeout(ANSWERING).GET().build()));
    }

    JsonNode importOf(String id) throws InterruptedException {
        return get(path(id, ""));
    }

    /// Puts the rows that failed into a file, which is there whole or not at all.
    void errors(String id, Path to) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                send(request(path(id, "/errors.csv")).GET().build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused(
                        answer.statusCode(),
                        new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path folder = to.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, ".errors", ".part");
            try {
                Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /// Where a person sees the import.
    URI page(String id) {
        return server.resolve("/imports/" + id);
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode post(String path) throws InterruptedException {
        return read(
                send(
                        request(path)
                                .timeout(ANSWERING)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.noBody())
                                .build()));
    }

    private static String path(String id, String rest) {
        return "/api/v1/imports/" + id + rest;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
            throws InterruptedException {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw refused(answer.statusCode(), answer.body());
        }
        JsonNode body = parse(answer.body());
        if (body.isMissingNode()) {
            throw new ApiException(
                    Exit.REFUSED, server + " answers, but is no Muster server.", List.of());
        }
        return body;
    }

    private static ApiException refused(int status, String body) {
        JsonNode problem = parse(body);
        String detail =
                problem.path("detail").asString(problem.path("title").asString("It was refused."));
        List<String> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(
                    error.path("pointer").asString("") + ": " + error.path("message").asString(""));
        }
        return new ApiException(
                FOR_NOW.contains(status) ? Exit.UNREACHABLE : Exit.REFUSED,
                detail + " (HTTP " + status + ")",
                errors);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private ApiException unreachable(IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ApiException(Exit.UNREACHABLE, server + " cannot be reached: " + why, List.of());
    }
}
