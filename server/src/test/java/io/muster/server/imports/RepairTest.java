package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Rows are edited over the file, before an import and after it, step by step and back.
class RepairTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name
            2125550142,ada@example.org,Ada
            12,ben@example.org,Ben
            2125550143,nobody,Cem
            ,dora@example.org,Dora
            2125550144,eva@example.org,Eva
            """;

    @Test
    void anEditBeforeTheStartIsSeenByReviewAndRun() {
        UUID id = mapped(FILE);

        MvcTestResult answer = api.edit(id, 2, "{\"Phone\": \"+49 30 80445685\"}");

        assertThat(answer).hasStatusOk();
        DocumentContext now = ImportApi.json(answer);
        assertThat(now.<String>read("$.action")).isEqualTo("created");
        assertThat(now.<List<String>>read("$.edited")).containsExactly("Phone");
        assertThat(now.<String>read("$.payload.Phone")).isEqualTo("+49 30 80445685");
        assertThat(api.review(id).<Integer>read("$.created")).isEqualTo(3);
        assertThat(api.start(id)).hasStatus(202);
        assertThat(ImportApi.summary(api.await(id)))
                .isEqualTo("completed 5: 3 created, 1 skipped, 1 failed");
        assertThat(api.rows(id, "created"))
                .anySatisfy(row -> assertThat(row.get("payload") + "").contains("+49 30 80445685"));
    }

    @Test
    void erasingAPersonReachesEditsAndEarlierAttempts() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(api.edit(id, 2, "{\"Phone\": \"2125550145\"}")).hasStatusOk();
        api.retry(id);
        String path = "/api/v1/imports/" + id;
        String contact = ImportApi.json(api.get(path + "/rows/2")).read("$.current.contact_id");

        assertThat(api.send(web.post().uri("/api/v1/contacts/" + contact + "/erase")))
                .hasStatus(204);

        DocumentContext row = ImportApi.json(api.get(path + "/rows/2"));
        assertThat(row.<List<String>>read("$.attempts[*].action"))
                .containsExactly("none", "created");
        assertThat(row.jsonString()).doesNotContain("ben@example.org", "Ben", "2125550145");
        assertThat(TestBrowser.text(api.get(path + "/issues"))).doesNotContain("\"12\"");
        assertThat(api.download(id, "errors.csv")).doesNotContain("ben@example.org");
    }

    @Test
    void erasingAPersonReachesFixesThatQuoteThem() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(
                        api.fix(
                                id,
                                """
                                {"code": "INVALID_EMAIL", "field": "email", "kind": "map_values",
                                 "values": {"nobody": "Ada@example.org", "somebody": "eva@example.org"}}
                                """))
                .hasStatus(201);
        assertThat(
                        api.fix(
                                id,
                                """
                                {"code": "INVALID_PHONE", "field": "phone", "kind": "replace",
                                 "find": "12", "with": "(212) 555-0142"}
                                """))
                .hasStatus(201);
        String contact =
                ImportApi.json(api.get("/api/v1/contacts?q=ada@example.org")).read("$.items[0].id");

        assertThat(api.send(web.post().uri("/api/v1/contacts/" + contact + "/erase")))
                .hasStatus(204);

        assertThat(TestBrowser.text(api.get("/api/v1/imports/" + id + "/steps")))
                .doesNotContainIgnoringCase("ada@example.org")
                .doesNotContain("555-0142")
                .contains("eva@example.org", "(erased)");
        assertThat(api.retry(id).<String>read("$.status")).isEqualTo("completed");
    }

    @Test
    void onlyFailedRowsRunAgainAndEachCountsOnce() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(api.edit(id, 2, "{\"Phone\": \"2125550145\"}")).hasStatusOk();

        DocumentContext done = api.retry(id);

        assertThat(ImportApi.summary(done))
                .isEqualTo("completed 5: 3 created, 1 skipped, 1 failed");
        assertThat(done.<Integer>read("$.attempt")).isEqualTo(2);
        assertThat(done.<Object>read("$.retry")).isNull();
        assertThat(attempts(id)).containsExactly("1: 1", "2: 2", "3: 2", "4: 1", "5: 1");
        assertThat(api.rows(id, "failed")).hasSize(1);
        DocumentContext row = ImportApi.json(api.get("/api/v1/imports/" + id + "/rows/2"));
        assertThat(row.<List<String>>read("$.attempts[*].action"))
                .containsExactly("none", "created");
        assertThat(row.<String>read("$.attempts[0].payload.Phone")).isEqualTo("12");
        assertThat(row.<String>read("$.current.payload.Phone")).isEqualTo("2125550145");
        DocumentContext issues = ImportApi.json(api.get("/api/v1/imports/" + id + "/issues"));
        assertThat(issues.<List<String>>read("$.items[*].code"))
                .containsExactlyInAnyOrder("INVALID_EMAIL", "MISSING_PHONE");
        assertThat(
                        ImportApi.json(api.get("/api/v1/imports/" + id + "/attempts"))
                                .<List<String>>read("$.items[*].status"))
                .containsExactly("completed", "completed");
    }

    @Test
    void aSkippedRowRunsAgainOnceItWasEdited() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(api.edit(id, 4, "{\"Phone\": \"2125550146\"}")).hasStatusOk();

        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 5: 3 created, 2 failed");
    }

    @Test
    void retriesGoOnUntilNothingFails() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        api.retry(id);
        assertThat(api.edit(id, 2, "{\"Phone\": \"2125550145\"}")).hasStatusOk();
        api.retry(id);
        assertThat(api.edit(id, 3, "{\"Email\": \"cem@example.org\"}")).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 5: 4 created, 1 skipped");

        assertThat(api.post(id, "retry")).hasStatus(409);
        assertThat(attempts(id)).containsExactly("1: 1", "2: 3", "3: 4", "4: 1", "5: 1");
    }

    @Test
    void stepsAreUndoneFromTheLastOneOn() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        api.edit(id, 2, "{\"Phone\": \"2125550145\"}");
        api.edit(id, 2, "{\"Phone\": \"99\"}");

        assertThat(api.undo(id, 1)).hasStatus(409);
        assertThat(api.undo(id, 2)).hasStatus(204);
        assertThat(api.undo(id, 2)).hasStatus(409);
        DocumentContext row = ImportApi.json(api.get("/api/v1/imports/" + id + "/rows/2"));
        assertThat(row.<String>read("$.now.payload.Phone")).isEqualTo("2125550145");

        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 5: 3 created, 1 skipped, 1 failed");
        assertThat(api.undo(id, 1)).as("taken up").hasStatus(409);
        assertThat(
                        ImportApi.json(api.get("/api/v1/imports/" + id + "/steps"))
                                .<List<Boolean>>read("$.items[*].undoable"))
                .containsExactly(false, false);
    }

    @Test
    void stepsComeInPages() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        for (int i = 0; i < 3; i++) {
            assertThat(api.edit(id, 2, "{\"Phone\": \"" + i + "\"}")).hasStatusOk();
        }
        String path = "/api/v1/imports/" + id + "/steps?limit=2";

        DocumentContext first = ImportApi.json(api.get(path));
        DocumentContext second =
                ImportApi.json(api.get(path + "&cursor=" + first.<String>read("$.next")));

        assertThat(first.<List<Integer>>read("$.items[*].number")).containsExactly(1, 2);
        assertThat(second.<List<Integer>>read("$.items[*].number")).containsExactly(3);
        assertThat(second.<Object>read("$.next")).isNull();
    }

    @Test
    void aDroppedRowIsSkippedAndCanComeBack() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(drop(id, 3)).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 5: 2 created, 2 skipped, 1 failed");
        assertThat(api.rows(id, "skipped"))
                .anySatisfy(row -> assertThat(ImportApi.codes(row)).containsExactly("ROW_DROPPED"));

        assertThat(api.edit(id, 3, "{\"Email\": \"cem@example.org\"}")).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 5: 3 created, 1 skipped, 1 failed");
    }

    @Test
    void aRowThatWasLeftOutComesBackByItsOwnTextAndByNoFix() {
        UUID id =
                ImportApi.id(
                        api.run(
                                """
                                Phone,First name
                                030 80445685,Ana
                                030 80445686,Ben
                                """,
                                "{}"));
        assertThat(drop(id, 1)).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 2: 1 skipped, 1 failed");

        assertThat(
                        api.fix(
                                id,
                                """
                                {"code": "INVALID_PHONE", "field": "phone", "kind": "region", "region": "DE"}
                                """))
                .hasStatus(201);
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 2: 1 created, 1 skipped");

        assertThat(api.edit(id, 1, "{\"Phone\": \"+49 30 80445685\"}")).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 2: 2 created");
    }

    @Test
    void savedAsItIsARowThatWasLeftOutIsBack() {
        UUID id = ImportApi.id(api.run("Phone,First name\n+14155552600,Ana\n12,Ben\n", "{}"));
        assertThat(drop(id, 2)).hasStatusOk();
        api.retry(id);

        assertThat(api.edit(id, 2, "{\"Phone\": \"12\"}")).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 2: 1 created, 1 failed");
    }

    @Test
    void aRowIsJudgedAsPlacedNow() {
        UUID id =
                ImportApi.id(
                        api.run(
                                """
                                Phone,First name
                                12,Ada
                                2125550142,Ada L.
                                """,
                                "{}"));

        MvcTestResult answer = api.edit(id, 1, "{\"Phone\": \"2125550142\"}");

        assertThat(ImportApi.json(answer).<List<String>>read("$.info[*].code"))
                .containsExactly("DUPLICATE_IN_FILE");
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 2: 1 created, 1 updated (1 warnings)");
    }

    @Test
    void writingTheSameIsNoStep() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        assertThat(api.edit(id, 2, "{\"Phone\": \"12\", \"Email\": \"ben@example.org\"}"))
                .hasStatusOk();
        assertThat(
                        ImportApi.json(api.get("/api/v1/imports/" + id + "/steps"))
                                .<List<Object>>read("$.items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeEditedIsSaid() {
        UUID id = mapped(FILE);
        assertThat(api.edit(id, 2, "{\"Fax\": \"1\"}")).hasStatus(422);
        assertThat(api.edit(id, 2, "{}")).hasStatus(422);
        assertThat(api.edit(id, 2, "{\"Phone\": \"a\\u0000b\"}")).hasStatus(422);
        assertThat(api.edit(id, 6, "{\"Phone\": \"1\"}")).hasStatus(404);
        assertThat(api.edit(id, 0, "{\"Phone\": \"1\"}")).hasStatus(404);
        assertThat(api.edit(UUID.randomUUID(), 1, "{\"Phone\": \"1\"}")).hasStatus(404);
        assertThat(api.post(id, "retry")).as("not started").hasStatus(409);
        assertThat(api.start(id)).hasStatus(202);
        api.await(id);
        assertThat(api.edit(id, 1, "{\"Phone\": \"1\"}")).as("imported").hasStatus(409);
        assertThat(api.edit(id, 9, "{\"Phone\": \"1\"}")).hasStatus(404);
    }

    @Test
    void anotherTenantsRowsAreNotThere() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        var stranger = new ImportApi(web, tenants.create());

        assertThat(stranger.edit(id, 2, "{\"Phone\": \"1\"}")).hasStatus(404);
        assertThat(stranger.post(id, "retry")).hasStatus(404);
        assertThat(stranger.fix(id, "{\"kind\": \"drop\", \"code\": \"INVALID_PHONE\"}"))
                .hasStatus(404);
        for (String path : List.of("/rows/2", "/issues", "/steps", "/attempts")) {
            assertThat(stranger.get("/api/v1/imports/" + id + path)).as(path).hasStatus(404);
        }
    }

    @Test
    void anAnswerComesAtOnce() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));
        api.edit(id, 2, "{\"Phone\": \"1\"}");
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(api.edit(id, 2, "{\"Phone\": \"" + i + "\"}")).hasStatusOk();
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(300));
    }

    private UUID mapped(String file) {
        UUID id = api.upload(file);
        assertThat(api.map(id, "{}")).hasStatusOk();
        return id;
    }

    private MvcTestResult drop(UUID id, long row) {
        return api.send(web.delete().uri("/api/v1/imports/" + id + "/rows/" + row));
    }

    private List<String> attempts(UUID id) {
        return api.rows(id, null).stream().map(RepairTest::attempt).toList();
    }

    private static String attempt(Map<String, Object> row) {
        return row.get("row") + ": " + row.get("attempt");
    }
}
