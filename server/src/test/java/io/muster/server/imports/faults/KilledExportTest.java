package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server is killed with -9 in the middle of an export: nobody is given half a file, and the next
/// server makes a whole one.
class KilledExportTest {
    private static final int ROWS = 30_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Installation installation = Installation.fresh();
    private Node node;
    private NodeApi api;

    @BeforeEach
    void start() throws Exception {
        node = installation.launch(Map.of()).ready();
        api = NodeApi.newTenant(node);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void inTheMiddle() throws Exception {
        KnownFile file = new KnownFile(ROWS);
        UUID imported = api.start(node, file.bytes());
        installation.assertCompletes(api.tenant(), imported, file);
        long before = publishedFiles();
        long contacts = installation.contacts(api.tenant());
        String id;
        try (Hold half = Hold.beforeExported(installation, api.tenant(), contacts / 2)) {
            id = call("", BodyPublishers.ofString("{}")).read("$.id");
            half.awaitCaught();
            assertThat(get("/" + id + "/file").statusCode()).isEqualTo(409);
            node.kill();
        }
        installation.awaitSilence();
        assertThat(publishedFiles()).as("half a file is no file").isEqualTo(before);

        node = installation.launch(Map.of()).ready();
        DocumentContext done =
                Installation.patiently()
                        .until(
                                () -> JsonPath.parse(get("/" + id).body()),
                                shown -> shown.read("$.status").equals("completed"));

        assertThat(done.<Integer>read("$.progress.processed")).isEqualTo((int) contacts);
        assertThat(get("/" + id + "/file").body().lines().count()).isEqualTo(contacts + 1);
        assertThat(publishedFiles()).isEqualTo(before + 1);
    }

    private long publishedFiles() throws Exception {
        try (Stream<Path> files = Files.list(installation.files().resolve("files"))) {
            return files.filter(file -> !file.toString().endsWith(".part")).count();
        }
    }

    private DocumentContext call(String path, HttpRequest.BodyPublisher body) throws Exception {
        return JsonPath.parse(
                HTTP.send(
                                to(path).header("Content-Type", "application/json")
                                        .POST(body)
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(to(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(node.url("/api/v1/exports" + path)))
                .header("Authorization", "Bearer " + api.key());
    }
}
