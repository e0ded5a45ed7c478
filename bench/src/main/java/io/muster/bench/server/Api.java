package io.muster.bench.server;

import io.muster.bench.file.SampleFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API as one caller uses it.
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
    private static final String BOUNDARY = "----muster-bench";

    /// Every look costs the server a little of what is measured.
    private static final long FIRST_PAUSE_MILLIS = 10;

    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    Api(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String createTenant(String name) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(new Name(name)));
        return send(request("/api/v1/tenants")
                        .header("Content-Type", "application/json")
                        .POST(body))
                .get("api_key")
                .asString();
    }

    private record Name(String name) {}

    /// Uploads a file, starts its import, and waits for the end.
    ///
    /// @throws IllegalStateException when the import does not complete
    public ImportEnd importFile(Path file) throws IOException, InterruptedException {
        return await(upload(file, "?start=true"));
    }

    /// Imports a file to its end.
    ///
    /// @return the import's id
    public String imported(Path file) throws IOException, InterruptedException {
        String id = begin(file);
        await(id);
        return id;
    }

    /// What stands at a path.
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Sends JSON.
    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /// Uploads and starts; the end is waited for elsewhere.
    public String begin(Path file) throws IOException, InterruptedException {
        return upload(file, "?start=true");
    }

    public String uploadOnly(Path file) throws IOException, InterruptedException {
        return upload(file, "");
    }

    /// Maps an uploaded file anew, which drops its review.
    public void map(String id) throws IOException, InterruptedException {
        send(
                request("/api/v1/imports/" + id + "/mapping")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"options\": " + SampleFile.OPTIONS + "}")));
    }

    /// Reviews an uploaded file and waits for the end.
    public ImportEnd review(String id) throws IOException, InterruptedException {
        String path = "/api/v1/imports/" + id + "/review";
        send(request(path).POST(BodyPublishers.noBody()));
        for (long pause = FIRST_PAUSE_MILLIS;
                ;
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 5 / 4 + 1)) {
            JsonNode review = send(request(path).GET());
            String state = review.get("state").asString();
            if (state.equals("done")) {
                return ImportEnd.of(review);
            }
            if (state.equals("failed")) {
                throw new IllegalStateException("The review failed: " + review);
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    /// A page of reviewed rows.
    ///
    /// @param filter as further parameters, each with its `&`
    public void reviewRows(String id, String filter, long from, int rows)
            throws IOException, InterruptedException {
        send(
                request(
                                "/api/v1/imports/%s/review/rows?from_row=%d&limit=%d%s"
                                        .formatted(id, from, rows, filter))
                        .GET());
    }

    /// Writes a cell of a row anew; the answer says what the row would be.
    public void edit(String id, long row, int column, String text)
            throws IOException, InterruptedException {
        send(
                request("/api/v1/imports/%s/rows/%d".formatted(id, row))
                        .header("Content-Type", "application/json")
                        .method(
                                "PATCH",
                                BodyPublishers.ofString(
                                        JSON.writeValueAsString(
                                                Map.of("cells", Map.of(column, text))))));
    }

    /// Changes a thing, in JSON.
    public void patch(String path, String json) throws IOException, InterruptedException {
        send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    public ImportEnd await(String id) throws IOException, InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS;
                ;
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 5 / 4 + 1)) {
            JsonNode view = send(request("/api/v1/imports/" + id).GET());
            String status = view.get("status").asString();
            if (status.equals("completed")) {
                return ImportEnd.of(view.get("result"));
            }
            if (ENDED.contains(status)) {
                throw new IllegalStateException("The import did not complete: " + view);
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    public boolean hasEnded(String id) throws IOException, InterruptedException {
        return ENDED.contains(
                send(request("/api/v1/imports/" + id).GET()).get("status").asString());
    }

    private String upload(Path file, String query) throws IOException, InterruptedException {
        String head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="options"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: text/csv\r
                \r
                """
                        .formatted(BOUNDARY, SampleFile.OPTIONS, file.getFileName());
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        BodyPublisher body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString(tail));
        return send(request("/api/v1/imports" + query)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body))
                .get("id")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.request().uri()
                            + ": "
                            + response.statusCode()
                            + " "
                            + response.body());
        }
        return JSON.readTree(response.body());
    }
}
