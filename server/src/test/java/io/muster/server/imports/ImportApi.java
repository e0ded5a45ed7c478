package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants.TestTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Imports as a program of one tenant makes them.
public final class ImportApi {
    private static final String IMPORTS = "/api/v1/imports";
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final MockMvcTester web;
    private final TestTenant tenant;

    public ImportApi(MockMvcTester web, TestTenant tenant) {
        this.web = web;
        this.tenant = tenant;
    }

    public TestTenant tenant() {
        return tenant;
    }

    /// Uploads, maps by the options or else by the suggestions, starts, and waits for the end.
    ///
    /// @param options as JSON; blank for none
    public DocumentContext run(byte[] file, String options) {
        MvcTestResult answer = send(startNow(file, options));
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
        return await(id(answer));
    }

    public DocumentContext run(String file, String options) {
        return run(file.getBytes(StandardCharsets.UTF_8), options);
    }

    /// A request that uploads and starts at once.
    public MockMvcRequestBuilder startNow(byte[] file, String options) {
        return form(IMPORTS + "?start=true", new Multipart().file(file).field("options", options));
    }

    /// @return the new import's id
    public UUID upload(byte[] file, String options) {
        MvcTestResult answer = tryUpload(file, options);
        assertThat(answer.getResponse().getStatus()).as(TestBrowser.text(answer)).isEqualTo(201);
        return id(answer);
    }

    public UUID upload(String file) {
        return upload(file.getBytes(StandardCharsets.UTF_8), "");
    }

    public MvcTestResult tryUpload(byte[] file, String options) {
        return send(form(IMPORTS, new Multipart().file(file).field("options", options)));
    }

    public MockMvcRequestBuilder form(String path, Multipart form) {
        return web.post().uri(path).contentType(form.contentType()).content(form.body());
    }

    /// @param mapping as JSON: columns, options or both
    public MvcTestResult map(UUID id, String mapping) {
        return send(
                web.put()
                        .uri(IMPORTS + "/" + id + "/mapping")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(mapping));
    }

    public MvcTestResult start(UUID id) {
        return post(id, "start");
    }

    public MvcTestResult cancel(UUID id) {
        return post(id, "cancel");
    }

    /// Writes cells of a row anew.
    ///
    /// @param values as a JSON object, by header
    public MvcTestResult edit(UUID id, long row, String values) {
        return send(
                web.patch()
                        .uri(IMPORTS + "/" + id + "/rows/" + row)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"values\": " + values + "}"));
    }

    /// @param fix as JSON
    public MvcTestResult fix(UUID id, String fix) {
        return send(json(IMPORTS + "/" + id + "/fixes", fix));
    }

    /// @param fix as JSON
    public MvcTestResult previewFix(UUID id, String fix) {
        return send(json(IMPORTS + "/" + id + "/fixes/preview", fix));
    }

    /// Undoes a step.
    public MvcTestResult undo(UUID id, long step) {
        return send(web.delete().uri(IMPORTS + "/" + id + "/steps/" + step));
    }

    /// Takes the failed rows up again, and waits for the end.
    public DocumentContext retry(UUID id) {
        MvcTestResult answer = post(id, "retry");
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
        return await(id);
    }

    /// A POST with a body.
    public MockMvcRequestBuilder json(String path, String body) {
        return web.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    /// Starts a review and waits for its end.
    public DocumentContext review(UUID id) {
        assertThat(post(id, "review")).hasStatus(202);
        return await(
                () -> json(get(IMPORTS + "/" + id + "/review")),
                review -> Set.of("done", "failed").contains(review.read("$.state", String.class)));
    }

    /// Waits until the import has ended.
    public DocumentContext await(UUID id) {
        return await(
                () -> show(id), shown -> FINISHED.contains(shown.read("$.status", String.class)));
    }

    public DocumentContext show(UUID id) {
        return json(get(IMPORTS + "/" + id));
    }

    /// All rows, page by page.
    ///
    /// @param result null for all
    public List<Map<String, Object>> rows(UUID id, @Nullable String result) {
        return pages(
                IMPORTS
                        + "/"
                        + id
                        + "/rows?limit=200"
                        + (result == null ? "" : "&result=" + result));
    }

    /// All rows of a review, page by page.
    ///
    /// @param filter as further parameters, each with its `&`
    public List<Map<String, Object>> reviewRows(UUID id, String filter) {
        return pages(IMPORTS + "/" + id + "/review/rows?limit=23" + filter);
    }

    private List<Map<String, Object>> pages(String path) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String cursor = "";
        do {
            DocumentContext page = json(get(path + cursor));
            rows.addAll(page.<List<Map<String, Object>>>read("$.items"));
            String next = page.read("$.next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return rows;
    }

    public String download(UUID id, String file) {
        MvcTestResult answer = get(IMPORTS + "/" + id + "/" + file);
        assertThat(answer).hasStatusOk();
        return TestBrowser.text(answer);
    }

    public MvcTestResult get(String path) {
        return send(web.get().uri(URI.create(path)));
    }

    public MvcTestResult post(UUID id, String verb) {
        return send(web.post().uri(IMPORTS + "/" + id + "/" + verb));
    }

    /// Sends a request with the tenant's key.
    public MvcTestResult send(MockMvcRequestBuilder request) {
        return request.header("Authorization", tenant.bearer()).exchange();
    }

    public static DocumentContext json(MvcTestResult answer) {
        return JsonPath.parse(TestBrowser.text(answer));
    }

    public static UUID id(MvcTestResult answer) {
        return id(json(answer));
    }

    public static UUID id(DocumentContext shown) {
        return UUID.fromString(shown.read("$.id"));
    }

    /// Status and counts in one line: `completed 3: 2 created, 1 failed`; warnings in brackets.
    public static String summary(DocumentContext shown) {
        List<String> parts = new ArrayList<>();
        for (String count :
                List.of("created", "updated", "unchanged", "skipped", "failed", "unprocessed")) {
            int rows = shown.read("$.result." + count, Integer.class);
            if (rows > 0) {
                parts.add(rows + " " + count);
            }
        }
        int warnings = shown.read("$.result.warnings", Integer.class);
        return "%s %s: %s%s"
                .formatted(
                        shown.read("$.status"),
                        shown.<Integer>read("$.result.total"),
                        parts.isEmpty() ? "nothing" : String.join(", ", parts),
                        warnings > 0 ? " (" + warnings + " warnings)" : "");
    }

    /// The codes of a row's remarks, with the field where there is one.
    public static List<String> codes(Map<String, Object> row) {
        List<Map<String, Object>> info = JsonPath.read(row, "$.info");
        return info.stream()
                .map(one ->
                        one.get("field") == null
                                ? "" + one.get("code")
                                : one.get("code") + ":" + one.get("field"))
                .toList();
    }

    private static DocumentContext await(
            Supplier<DocumentContext> look, java.util.function.Predicate<DocumentContext> done) {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(look::get, done);
    }
}
