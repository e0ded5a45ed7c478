package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Many rows are fixed at once: looked at first, laid over as one step, undone as one.
class BulkFixTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name,Country,Born
            030 80445685,ada@gmial,Ada,Germany,01/31/1990
            030 80445686,ben@example.org,Ben,Germany,02/28/1991
            12,cem@example.org,Cem,Teutonia,03/31/1992
            2125550144,dora@gmail,Dora,Teutonia,04/30/1993
            2125550145,eva@example.org,Eva,Germany,31/05/1994
            2125550146,fay@example.org,Fay,Gallia,06/30/1995
            ,gus@example.org,Gus,Germany,07/31/1996
            """;
    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "email"},
                         {"index": 2, "target": "first_name"}, {"index": 3, "target": "country"},
                         {"index": 4, "target": "new:born", "type": "date", "date_format": "mdy"}]}
            """;

    @Test
    void issuesNameTheFixesThatCouldMendThem() {
        UUID id = imported();

        DocumentContext issues = ImportApi.json(api.get("/api/v1/imports/" + id + "/issues"));

        assertThat(issues.<List<String>>read("$.items[?(@.code=='INVALID_PHONE')].fixes[*]"))
                .containsExactlyInAnyOrder("set_value", "map_values", "replace", "region", "drop");
        assertThat(issues.<List<Integer>>read("$.items[?(@.code=='INVALID_PHONE')].count"))
                .containsExactly(3);
        assertThat(issues.<List<String>>read("$.items[?(@.code=='INVALID_EMAIL')].fixes[*]"))
                .contains("suggestion");
        assertThat(issues.<List<String>>read("$.items[?(@.code=='INVALID_DATE')].fixes[*]"))
                .contains("date_format");
        assertThat(issues.<List<String>>read("$.items[?(@.code=='MISSING_PHONE')].fixes[*]"))
                .containsExactlyInAnyOrder("set_value", "drop");
    }

    @Test
    void aPreviewCountsAndShowsWithoutChangingAnything() {
        UUID id = imported();

        DocumentContext preview =
                ImportApi.json(
                        api.previewFix(
                                id, fix("INVALID_PHONE", "phone", "region", "\"region\": \"DE\"")));

        assertThat(preview.<Integer>read("$.rows")).isEqualTo(3);
        assertThat(preview.<Integer>read("$.looked")).isEqualTo(3);
        assertThat(preview.<Integer>read("$.changed")).isEqualTo(2);
        // Ada's email is not right either.
        assertThat(preview.<Integer>read("$.passing")).isEqualTo(1);
        assertThat(preview.<String>read("$.examples[0].before")).isEqualTo("030 80445685");
        assertThat(preview.<String>read("$.examples[0].after")).isEqualTo("+493080445685");
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void fixUponFixUntilNothingFails() {
        UUID id = imported();
        made(id, fix("INVALID_PHONE", "phone", "region", "\"region\": \"DE\""));
        made(id, fix("INVALID_EMAIL", "email", "suggestion", ""));
        made(
                id,
                fix(
                        "INVALID_COUNTRY",
                        "country",
                        "map_values",
                        "\"values\": {\"Teutonia\": \"Germany\", \"Gallia\": \"France\"}"));
        made(id, fix("INVALID_DATE", "cf:born", "date_format", "\"date_format\": \"dmy\""));
        made(id, fix("INVALID_PHONE", "phone", "set_value", "\"value\": \"2125550147\""));
        made(id, fix("MISSING_PHONE", "phone", "drop", ""));

        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 7: 6 created, 1 skipped");

        assertThat(contact("fay@example.org")).contains("\"country\":\"FR\"");
        assertThat(contact("ada@gmail.com")).contains("+493080445685", "\"born\":\"1990-01-31\"");
        assertThat(contact("eva@example.org")).contains("\"born\":\"1994-05-31\"");
        assertThat(contact("cem@example.org")).contains("+12125550147");
        assertThat(api.rows(id, "skipped"))
                .allSatisfy(row -> assertThat(ImportApi.codes(row)).containsExactly("ROW_DROPPED"));
    }

    /// The column's rule says no, the policy drops the value, and then the required phone is
    /// missing.
    @Test
    void aFixReachesRowsThatWereSkippedForWhatCameOfTheRemark() {
        UUID id =
                ImportApi.id(
                        api.run(
                                FILE,
                                OPTIONS.strip()
                                        .replaceFirst("}$", ", \"on_invalid\": \"drop_field\"}")));
        int skipped = api.show(id).<Integer>read("$.result.skipped");
        assertThat(skipped).isEqualTo(4);

        made(id, fix("INVALID_PHONE", "phone", "region", "\"region\": \"DE\""));

        DocumentContext done = api.retry(id);
        assertThat(done.<Integer>read("$.result.skipped")).isEqualTo(2);
        assertThat(contact("ben@example.org")).contains("+493080445686");
        assertThat(api.post(id, "retry")).as("all of it was taken up").hasStatus(409);
    }

    @Test
    void aFixUponEveryRowLeavesSkippedOnesThatItDoesNotChange() {
        UUID id = imported();
        made(
                id,
                "{\"kind\": \"replace\", \"field\": \"phone\", \"find\": \"030 \", \"with\": \"+49 30 \"}");

        api.retry(id);

        assertThat(row(id, 7).<Integer>read("$.current.attempt")).isEqualTo(1);
        assertThat(contact("ben@example.org")).contains("+493080445686");
        int failed = api.show(id).<Integer>read("$.result.failed");
        assertThat(failed).isPositive();
    }

    @Test
    void aFixIsUndoneAsOne() {
        UUID id = imported();
        made(id, fix("INVALID_COUNTRY", "country", "set_value", "\"value\": \"Germany\""));
        assertThat(row(id, 6).<String>read("$.now.payload.Country")).isEqualTo("Germany");

        assertThat(api.undo(id, 1)).hasStatus(204);

        assertThat(row(id, 6).<String>read("$.now.payload.Country")).isEqualTo("Gallia");
        assertThat(steps(id)).containsExactly("fix");
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 7: 1 skipped, 6 failed");
    }

    @Test
    void beforeTheStartAFixReachesTheWholeFile() {
        UUID id = api.upload(FILE);
        assertThat(api.map(id, OPTIONS)).hasStatusOk();
        made(id, fix("INVALID_PHONE", "phone", "region", "\"region\": \"DE\""));
        made(id, fix("INVALID_PHONE", "phone", "drop", ""));
        made(
                id,
                fix(
                        "INVALID_EMAIL",
                        "email",
                        "replace",
                        "\"find\": \"@gmail\", \"with\": \"@gmail.com\""));
        // Nobody asked for rows that are right to be touched.
        made(id, fix(null, "email", "suggestion", ""));

        DocumentContext review = api.review(id);
        assertThat(api.start(id)).hasStatus(202);
        DocumentContext done = api.await(id);

        assertThat(ImportApi.summary(done))
                .isEqualTo("completed 7: 2 created, 2 skipped, 3 failed");
        for (String count : List.of("total", "created", "skipped", "failed")) {
            assertThat(review.<Integer>read("$." + count))
                    .isEqualTo(done.<Integer>read("$.result." + count));
        }
        assertThat(contact("ada@gmail.com")).contains("+493080445685");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        UUID id = imported();
        for (String wrong :
                List.of(
                        fix("NO_SUCH_CODE", "phone", "drop", ""),
                        fix("INVALID_PHONE", "phone", "polish", ""),
                        fix("INVALID_PHONE", null, "set_value", "\"value\": \"1\""),
                        fix("INVALID_PHONE", "phone", "set_value", ""),
                        fix("INVALID_PHONE", "phone", "region", "\"region\": \"Mars\""),
                        fix("INVALID_DATE", "cf:born", "date_format", "\"date_format\": \"auto\""),
                        fix("INVALID_PHONE", "phone", "replace", "\"with\": \"1\""),
                        fix("INVALID_PHONE", "phone", "map_values", "\"values\": {}"))) {
            assertThat(api.fix(id, wrong)).as(wrong).hasStatus(422);
        }
        assertThat(
                        api.fix(
                                id,
                                fix(
                                        "INVALID_PHONE",
                                        "phone",
                                        "replace",
                                        "\"find\": \"none of them\"")))
                .as("changes nothing")
                .hasStatus(422);
        assertThat(steps(id)).isEmpty();

        UUID fresh = api.upload(FILE);
        assertThat(api.fix(fresh, fix("INVALID_PHONE", "phone", "drop", "")))
                .as("not mapped")
                .hasStatus(409);
        assertThat(api.map(fresh, OPTIONS)).hasStatusOk();
        assertThat(api.fix(fresh, fix("MATCH_CONFLICT", "phone", "drop", "")))
                .as("only sure after the run")
                .hasStatus(409);
    }

    private UUID imported() {
        return ImportApi.id(api.run(FILE, OPTIONS));
    }

    private void made(UUID id, String fix) {
        MvcTestResult answer = api.fix(id, fix);
        assertThat(answer).as(fix).hasStatus(201);
    }

    private DocumentContext row(UUID id, long row) {
        return ImportApi.json(api.get("/api/v1/imports/" + id + "/rows/" + row));
    }

    private List<String> steps(UUID id) {
        return ImportApi.json(api.get("/api/v1/imports/" + id + "/steps")).read("$.items[*].kind");
    }

    private String contact(String email) {
        return TestBrowser.text(api.get("/api/v1/contacts?q=" + email));
    }

    private static String fix(
            @Nullable String code, @Nullable String field, String kind, String more) {
        return "{"
                + (code == null ? "" : "\"code\": \"" + code + "\", ")
                + (field == null ? "" : "\"field\": \"" + field + "\", ")
                + "\"kind\": \""
                + kind
                + "\""
                + (more.isEmpty() ? "" : ", " + more)
                + "}";
    }
}
