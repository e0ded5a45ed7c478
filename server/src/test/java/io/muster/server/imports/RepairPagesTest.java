package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.muster.server.TestBrowser;
import io.muster.server.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Rows are mended in a browser that runs no scripts.
class RepairPagesTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name
            2125550142,ada@gmial,Ada
            12,ben@example.org,Ben <b>
            13,cem@example.org,Cem
            ,dora@example.org,Dora
            2125550144,eva@example.org,Eva
            """;

    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        browser =
                TestBrowser.signedIn(web, tenants.member(api.tenant().id(), Role.OPERATOR).email());
    }

    @Test
    void fromTheReasonsToTheRowsToARetry() {
        UUID id = imported();
        assertThat(browser.html("/imports/" + id))
                .contains("href=\"/imports/" + id + "/errors\"", "Mend 3 failed rows");
        assertThat(browser.html(errors(id)))
                .contains("Invalid phone", "Invalid email", "Missing phone", "Retry 3 rows")
                .contains("40 %", "errors.xlsx", "ada@gmial");
        String group = "/errors/rows?code=INVALID_PHONE&field=phone";
        assertThat(browser.html("/imports/" + id + group))
                .contains("Row 2", "Row 3", "value=\"12\"", "Ben &lt;b>")
                .doesNotContain("Row 1<");

        assertThat(
                        browser.post(
                                errors(id) + "/rows/2",
                                Map.of(
                                        "code", "INVALID_PHONE",
                                        "field", "phone",
                                        "cell_0", "2125550145")))
                .hasRedirectedUrl("/imports/" + id + group + "&from=2#row-2");
        assertThat(browser.html("/imports/" + id + group)).contains("value=\"2125550145\"");
        assertThat(
                        browser.post(
                                errors(id) + "/rows/3/drop",
                                Map.of("code", "INVALID_PHONE", "field", "phone")))
                .hasStatus3xxRedirection();

        assertThat(browser.post(errors(id) + "/retry", Map.of()))
                .hasRedirectedUrl("/imports/" + id);
        assertThat(ImportApi.summary(api.await(id)))
                .isEqualTo("completed 5: 2 created, 2 skipped, 1 failed");
        assertThat(browser.html(errors(id)))
                .contains("Attempt 1 was completed.", "Attempt 2 was completed.", "Row dropped");
        assertThat(browser.html(errors(id) + "/rows/2"))
                .contains("Attempt 2: created", "Attempt 1: failed", "+12125550145");
    }

    @Test
    void aFixShowsWhatItWouldDoBeforeItDoesIt() {
        UUID id = imported();
        assertThat(browser.html(errors(id) + "/rows?code=INVALID_EMAIL&field=email"))
                .contains("Take the suggestions", "Perhaps ada@gmail.com?");
        Map<String, String> fix =
                Map.of("code", "INVALID_EMAIL", "field", "email", "kind", "suggestion");

        assertThat(browser.post(errors(id) + "/preview", fix))
                .hasStatusOk()
                .bodyText()
                .contains("1 row of 1 would change; 1 passes", "ada@gmial", "ada@gmail.com");
        assertThat(browser.post(errors(id) + "/fix", fix)).hasRedirectedUrl(errors(id));
        assertThat(browser.html(errors(id)))
                .contains("Suggestions for Email were taken, in 1 rows.", "Undo");
        assertThat(browser.post(errors(id) + "/undo", Map.of("step", "1")))
                .hasRedirectedUrl(errors(id));
        assertThat(browser.html(errors(id))).contains("undone");

        assertThat(
                        browser.post(
                                errors(id) + "/preview",
                                Map.of(
                                        "code", "INVALID_PHONE",
                                        "field", "phone",
                                        "kind", "replace")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what is to be replaced.");
    }

    @Test
    void aScriptGetsTheRowAsItIsNow() {
        UUID id = imported();

        MvcTestResult answer = edit(id, 2, "2125550145");

        assertThat(answer).hasStatusOk().bodyText().contains("id=\"row-2\"", "created");
        assertThat(answer).bodyText().doesNotContain("<html");
        assertThat(edit(id, 5, "1"))
                .as("imported already")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasHeader("HX-Reswap", "none")
                .bodyText()
                .contains("row-problems", "Row 5 is imported already");
        assertThat(browser.fragment(errors(id) + "/rows/2"))
                .bodyText()
                .contains("+12125550145")
                .doesNotContain("<html");
    }

    @Test
    void aConflictIsSettledWithAClick() {
        api.run(
                "Phone,Email,First name\n2125550142,a@example.org,Ada\n2125550143,b@example.org,Ben\n",
                "{}");
        UUID id = ImportApi.id(api.run("Phone,Email\n2125550142,b@example.org\n", "{}"));
        String group = errors(id) + "/rows?code=MATCH_CONFLICT&field=email";
        assertThat(browser.html(group))
                .contains("Which one is it about?", "Ada", "Ben", "create a new contact");
        String ada =
                JsonPath.parse(TestBrowser.text(api.get("/api/v1/contacts?q=a@example.org")))
                        .read("$.items[0].id");

        assertThat(
                        browser.post(
                                errors(id) + "/rows/1/resolution",
                                Map.of(
                                        "code", "MATCH_CONFLICT",
                                        "field", "email",
                                        "contact", ada)))
                .hasStatus3xxRedirection();
        browser.post(errors(id) + "/retry", Map.of());

        assertThat(ImportApi.summary(api.await(id)))
                .isEqualTo("completed 1: 1 unchanged (1 warnings)");
    }

    @Test
    void aRepairedFileIsKnownWhereverItIsUploaded() {
        UUID id = imported();
        String repaired = api.download(id, "errors.csv").replace("gmial", "gmail.com");

        assertThat(upload("/imports", repaired)).hasRedirectedUrl(errors(id));
        assertThat(browser.html(errors(id))).contains("A repaired file changed 1 rows.");

        assertThat(upload(errors(id) + "/upload", repaired.replace(",12,", ",2125550146,")))
                .hasRedirectedUrl("/imports/" + id);
        assertThat(ImportApi.summary(api.await(id)))
                .isEqualTo("completed 5: 2 created, 1 skipped, 2 failed");
        assertThat(upload(errors(id) + "/upload", "Phone\n1\n"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The file has no column “Muster row”");
    }

    @Test
    void whoeverMayNotRepairLooksAndLeavesThingsAlone() {
        UUID id = imported();
        var compliance =
                TestBrowser.signedIn(
                        web, tenants.member(api.tenant().id(), Role.COMPLIANCE).email());

        assertThat(compliance.html(errors(id)))
                .contains("Invalid phone")
                .doesNotContain("Retry 3 rows", "/upload");
        assertThat(compliance.html(errors(id) + "/rows?code=INVALID_PHONE&field=phone"))
                .contains("Row 2")
                .doesNotContain("/preview", ">Save");
        assertThat(compliance.post(errors(id) + "/retry", Map.of())).hasStatus(403);
    }

    @Test
    void aViewerWhoSeesMaskedValuesDoesNotGetThere() {
        UUID id = imported();
        var viewer =
                TestBrowser.signedIn(web, tenants.member(api.tenant().id(), Role.VIEWER).email());

        assertThat(viewer.get(errors(id))).hasStatus(403);
        assertThat(viewer.get(errors(id) + "/rows?code=INVALID_PHONE&field=phone")).hasStatus(403);
        assertThat(viewer.get(errors(id) + ".csv")).hasStatus(403);
    }

    @Test
    void whatHasNotEndedHasNoErrorsToMend() {
        UUID id = api.upload(FILE);

        assertThat(browser.get(errors(id))).hasRedirectedUrl("/imports/" + id);
        assertThat(browser.get(errors(imported()) + "/rows?code=NO_SUCH")).hasStatus(404);
        assertThat(browser.get(errors(UUID.randomUUID()))).hasStatus(404);
    }

    private UUID imported() {
        return ImportApi.id(api.run(FILE, "{}"));
    }

    private static String errors(UUID id) {
        return "/imports/" + id + "/errors";
    }

    private MvcTestResult edit(UUID id, long row, String phone) {
        return browser.send(
                web.post()
                        .uri(errors(id) + "/rows/" + row)
                        .header("HX-Request", "true")
                        .param("_csrf", browser.token())
                        .param("code", "INVALID_PHONE")
                        .param("field", "phone")
                        .param("cell_0", phone));
    }

    private MvcTestResult upload(String path, String file) {
        var form = new Multipart().file("errors.csv", file.getBytes(StandardCharsets.UTF_8));
        return browser.send(
                web.post()
                        .uri(path + "?_csrf=" + browser.token())
                        .contentType(form.contentType())
                        .content(form.body()));
    }
}
