package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Imports of one tenant, and their undoing, as a program sees them.
public record UndoApi(MockMvcTester web, ImportApi imports) {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /// Undoes an import, and waits for the end.
    public DocumentContext undo(UUID id) {
        MvcTestResult answer = revert(id);
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
        assertThat(ImportApi.json(answer).<String>read("$.status")).isEqualTo("reverting");
        return awaitEnd(id);
    }

    public MvcTestResult revert(UUID id) {
        return imports.post(id, "revert");
    }

    /// Waits until the undo is done or has stopped.
    public DocumentContext awaitEnd(UUID id) {
        return await(
                () -> ImportApi.json(imports.get(path(id, "revert"))),
                undo -> !undo.read("$.state").equals("running"));
    }

    /// What an undo would do.
    public DocumentContext preview(UUID id) {
        return await(
                () -> ImportApi.json(imports.get(path(id, "revert-preview"))),
                preview -> !preview.read("$.state").equals("running"));
    }

    /// All rows of the undo, page by page.
    ///
    /// @param result null for all
    public List<Map<String, Object>> rows(UUID id, @Nullable String result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String query = "?limit=3" + (result == null ? "" : "&result=" + result);
        String cursor = "";
        do {
            DocumentContext page =
                    ImportApi.json(imports.get(path(id, "revert/rows" + query + cursor)));
            rows.addAll(page.<List<Map<String, Object>>>read("$.items"));
            String next = page.read("$.next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return rows;
    }

    /// Each row in words: `2 kept CHANGED_SINCE:phone`.
    public List<String> outcomes(UUID id) {
        return rows(id, null).stream()
                .map(row -> {
                    List<String> codes = ImportApi.codes(row);
                    return row.get("row")
                            + " "
                            + row.get("result")
                            + (codes.isEmpty() ? "" : " " + String.join(" ", codes));
                })
                .toList();
    }

    /// The tenant's contacts by phone or else email, without what tells when they changed.
    public List<Map<String, Object>> contacts() {
        List<Map<String, Object>> contacts =
                ImportApi.json(imports.get("/api/v1/contacts?limit=200")).read("$.items");
        contacts.forEach(contact -> contact.keySet().removeAll(Set.of("updated_at")));
        return contacts;
    }

    public Map<String, Object> contact(String query) {
        List<Map<String, Object>> found =
                ImportApi.json(imports.get("/api/v1/contacts?q=" + query.replace("+", "%2B")))
                        .read("$.items");
        assertThat(found).as(query).hasSize(1);
        found.getFirst().remove("updated_at");
        return found.getFirst();
    }

    /// @param query that finds the contact
    /// @param changes as JSON
    public void edit(String query, String changes) {
        Object contact = contact(query).get("id");
        MvcTestResult answer =
                imports.send(
                        web.patch()
                                .uri("/api/v1/contacts/" + contact)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(changes));
        assertThat(answer).as(TestBrowser.text(answer)).hasStatusOk();
    }

    /// @param query that finds the contact
    /// @param doing as the path says it
    /// @param body as JSON
    public void post(String query, String doing, String body) {
        MvcTestResult answer =
                imports.send(
                        web.post()
                                .uri("/api/v1/contacts/" + contact(query).get("id") + "/" + doing)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus2xxSuccessful();
    }

    /// @param query that finds the contact
    public void delete(String query) {
        assertThat(imports.send(web.delete().uri("/api/v1/contacts/" + contact(query).get("id"))))
                .hasStatus(204);
    }

    /// Counts in one line: `done 3: 2 reverted (1 deleted, 1 restored), 1 kept`.
    public static String summary(DocumentContext undo) {
        List<String> parts = new ArrayList<>();
        for (String count : List.of("reverted", "kept", "failed")) {
            int rows = undo.read("$." + count, Integer.class);
            if (rows > 0) {
                parts.add(rows + " " + count);
            }
        }
        return "%s %s: %s (%s deleted, %s restored)"
                .formatted(
                        undo.read("$.state"),
                        undo.<Integer>read("$.total"),
                        String.join(", ", parts),
                        undo.<Integer>read("$.deleted"),
                        undo.<Integer>read("$.restored"));
    }

    private static String path(UUID id, String rest) {
        return "/api/v1/imports/" + id + "/" + rest;
    }

    private static DocumentContext await(
            Supplier<DocumentContext> look, Predicate<DocumentContext> done) {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(look::get, done);
    }
}
