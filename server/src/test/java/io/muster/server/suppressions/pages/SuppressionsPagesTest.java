package io.muster.server.suppressions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.imports.Workbooks;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SuppressionsPagesTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TenantId tenant;
    private TestBrowser keeper;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        keeper = TestBrowser.signedIn(web, tenants.member(tenant, Role.COMPLIANCE).email());
    }

    @Test
    void theMenuLeadsToAListThatSaysWhatItIsFor() {
        assertThat(keeper.html("/imports")).contains("href=\"/suppressions\"");
        assertThat(keeper.html("/suppressions"))
                .contains("Nobody is suppressed", "Add to the list", "aria-current=\"page\"");
    }

    @Test
    void oneOrManyAreAdded() {
        assertThat(add("(212) 555-0142", "asked by phone"))
                .hasRedirectedUrl("/suppressions?added=1&known=0");
        assertThat(add("Ada@example.org\n\n  example.net \n+12125550142", ""))
                .hasRedirectedUrl("/suppressions?added=2&known=1");

        assertThat(keeper.html("/suppressions?added=2&known=1"))
                .contains("2 values added; 1 was on the list already.")
                .contains("3 values", "+12125550142", "ada@example.org", "example.net")
                .contains("asked by phone", "Some compliance", "Email domain");
    }

    @Test
    void whatCannotBeReadComesBackToBeCorrected() {
        MvcTestResult answer = add("ada@example.org\n555<b>", "asked");

        assertThat(answer).hasStatus(422);
        assertThat(TestBrowser.text(answer))
                .contains("1 value added.", "555&lt;b&gt;: This is not a valid phone number.")
                .contains(">555&lt;b&gt;</textarea>", "value=\"asked\"");
        assertThat(keeper.html("/suppressions")).contains("ada@example.org").doesNotContain("555");
    }

    @Test
    void aFileIsTakenByTheColumnThatHoldsTheValues() {
        MvcTestResult answer =
                upload("Name;Email\nAda;ada@example.org\nBen;ben@example.org\nNobody;\n");

        assertThat(answer).hasRedirectedUrl("/suppressions?added=2&known=0");
        assertThat(keeper.html("/suppressions")).contains("ada@example.org", "of the fair");
    }

    @Test
    void aFileOfPlainLinesIsTakenToo() {
        assertThat(upload("+12125550142\nada@example.org\n"))
                .hasRedirectedUrl("/suppressions?added=2&known=0");
    }

    @Test
    void aWorkbookIsTakenToo() throws IOException {
        assertThat(upload(Workbooks.ofTwoSheets()))
                .hasRedirectedUrl("/suppressions?added=1&known=0");
        assertThat(keeper.html("/suppressions")).contains("+15125550101");
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() {
        assertThat(TestBrowser.text(upload(""))).contains("Choose a file first.");
        assertThat(TestBrowser.text(upload("%PDF-1.7 \u0000\u0001")))
                .contains("The file was not taken.", "This is a PDF document, not a table.");
    }

    @Test
    void aWholeValueIsFoundAndAPartIsNot() {
        add("ada@example.org", "");

        assertThat(keeper.html("/suppressions?q=ADA@example.org"))
                .contains("On the list", "ada@example.org");
        assertThat(TestBrowser.text(keeper.fragment("/suppressions?q=ada")))
                .startsWith("<div id=\"results\" data-announce=\"Not on the list\"")
                .doesNotContain("<html");
    }

    @Test
    void aValueIsTakenOffTheList() {
        add("ada@example.org", "");
        var form = Pattern.compile("action=\"(/suppressions/[^\"]+/remove)\"");
        var found = form.matcher(keeper.html("/suppressions"));
        assertThat(found.find()).isTrue();

        assertThat(keeper.post(found.group(1), Map.of()))
                .hasRedirectedUrl("/suppressions?removed=1");
        assertThat(keeper.html("/suppressions?removed=1"))
                .contains("The value is off the list.", "Nobody is suppressed");
    }

    @Test
    void longListsHavePages() {
        String many =
                IntStream.rangeClosed(0, SuppressionsPage.LIMIT)
                        .mapToObj(i -> "p" + i + "@example.org")
                        .collect(Collectors.joining("\n"));
        add(many, "");

        String first = keeper.html("/suppressions");
        var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(first).contains("51 values").doesNotContain(">p0@example.org<");
        assertThat(link.find()).isTrue();
        assertThat(keeper.html(link.group(1))).contains(">p0@example.org<", "Newest");
    }

    @Test
    void whoeverMayNotKeepItSeesMaskedValuesAndNoForms() {
        add("ada@example.org", "");
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant, Role.VIEWER).email());

        assertThat(viewer.html("/suppressions"))
                .contains("a•••@example.org")
                .doesNotContain("ada@example.org", "Add to the list", "/remove");
        assertThat(viewer.post("/suppressions", Map.of("values", "b@example.org"))).hasStatus(403);
    }

    private MvcTestResult add(String values, String reason) {
        return keeper.post("/suppressions", Map.of("values", values, "reason", reason));
    }

    private MvcTestResult upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult upload(byte[] content) {
        String boundary = "a-boundary";
        String body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file-reason"\r
                \r
                of the fair\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="list.csv"\r
                Content-Type: text/csv\r
                \r
                %2$s\r
                --%1$s--\r
                """
                        .formatted(boundary, new String(content, StandardCharsets.ISO_8859_1));
        return keeper.send(
                web.post()
                        .uri("/suppressions/file?_csrf=" + keeper.token())
                        .contentType("multipart/form-data; boundary=" + boundary)
                        .content(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
