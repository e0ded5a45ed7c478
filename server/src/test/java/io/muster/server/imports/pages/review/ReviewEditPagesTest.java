package io.muster.server.imports.pages.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestBrowser;
import io.muster.server.access.Role;
import io.muster.server.imports.ImportTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Cells of a review are written in a browser, with scripts and without.
class ReviewEditPagesTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name
            2125550142,ada@example.org,Ada
            12,ben@example.org,Ben
            2125550143,nobody,Cem
            """;

    private TestBrowser browser;
    private UUID id;

    @BeforeEach
    void review() {
        browser =
                TestBrowser.signedIn(web, tenants.member(api.tenant().id(), Role.OPERATOR).email());
        id = api.upload(FILE);
        assertThat(api.map(id, "{}")).hasStatusOk();
        api.review(id);
    }

    @Test
    void aScriptGetsTheRowAndTheCountsAsTheyAreNow() {
        MvcTestResult answer = edit(2, "2125550145");

        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"row-2\"", "2125550145", "2 of 3 rows will be imported")
                .contains("<template>", "hx-swap-oob", "Undo the last change", "Row 2 was edited.")
                .doesNotContain("<html", "id=\"row-1\"");
        assertThat(browser.html("/imports/" + id + "/review"))
                .contains("2 of 3 rows will be imported", "Look at the whole file again");
    }

    @Test
    void withoutScriptsARowHasAPageOfItsOwn() {
        assertThat(browser.html("/imports/" + id + "/review"))
                .contains("href=\"/imports/" + id + "/errors/rows/2\"");
        assertThat(browser.html("/imports/" + id + "/errors/rows/2"))
                .contains("value=\"12\"", "not a valid phone number");

        assertThat(
                        browser.post(
                                "/imports/" + id + "/review/rows/2",
                                Map.of("cell_0", "2125550145", "action", "none")))
                .hasRedirectedUrl("/imports/" + id + "/review?action=none#row-2");
        assertThat(browser.post("/imports/" + id + "/review/undo", Map.of("step", "1")))
                .hasRedirectedUrl("/imports/" + id + "/review");
        assertThat(browser.html("/imports/" + id + "/review"))
                .contains("1 of 3 rows will be imported");
    }

    @Test
    void rowsOfAReasonAreMendedBeforeTheStart() {
        assertThat(browser.html("/imports/" + id + "/review"))
                .contains("/errors/rows?code=INVALID_EMAIL&amp;field=email");
        String group = "/imports/" + id + "/errors/rows?code=INVALID_EMAIL&field=email";
        assertThat(browser.html(group)).contains("value=\"nobody\"", "Set a value");
        Map<String, String> fix =
                Map.of(
                        "code", "INVALID_EMAIL",
                        "field", "email",
                        "kind", "set_value",
                        "value", "");

        assertThat(browser.post("/imports/" + id + "/errors/preview", fix))
                .bodyText()
                .contains("1 row of 1 would change");
        assertThat(browser.post("/imports/" + id + "/errors/fix", fix))
                .hasRedirectedUrl("/imports/" + id + "/review");
        api.review(id);
        assertThat(browser.html("/imports/" + id + "/review"))
                .contains("2 of 3 rows will be imported");
    }

    @Test
    void whatCannotBeACellIsRefusedInItsPlace() {
        assertThat(edit(99, "1")).hasStatus(404);
        assertThat(api.start(id)).hasStatus(202);
        api.await(id);

        assertThat(edit(1, "2125550145"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasHeader("HX-Reswap", "none")
                .bodyText()
                .contains("cell-problems", "Row 1 is imported already");
    }

    private MvcTestResult edit(long row, String phone) {
        return browser.send(
                web.post()
                        .uri("/imports/" + id + "/review/rows/" + row)
                        .header("HX-Request", "true")
                        .param("_csrf", browser.token())
                        .param("shown", "0,1,2")
                        .param("cell_0", phone));
    }
}
