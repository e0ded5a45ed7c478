package io.muster.server.imports.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.imports.Multipart;
import io.muster.server.imports.Workbooks;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The way through the wizard in a browser that runs no scripts.
@ServerTest
class ImportsPagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MESSY =
            """
            Name,Phone,Mobile,Email
            Ada Byron,+1 512 555 0101,,ada@example.org
            Bo Lund,not a number,,bo@example.org
            Cy Ray,,,cy@example.org
            Di Moss,(512) 555-0104,,di@example.org
            """;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TenantId tenant;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        browser = TestBrowser.signedIn(web, tenants.member(tenant, Role.OPERATOR).email());
    }

    @Test
    void invitesToAFirstImport() {
        assertThat(browser.html("/imports"))
                .contains("Bring your first contacts", "href=\"/imports/new\"", "sample file");
        assertThat(browser.html("/imports/new"))
                .contains("Phone. Rows without it are skipped", "2 GB", "1,000 columns")
                .contains(
                        "href=\"/import-template.csv\"",
                        "href=\"/import-template.xlsx\"",
                        "enctype=\"multipart/form-data\"");
    }

    @Test
    void leadsFromTheFileToTheContacts() {
        String id = uploaded("messy.csv", MESSY);
        assertThat(browser.html("/imports/" + id + "/map"))
                .contains("UTF-8", "Comma", "Line 1", "exact header", "100 % filled")
                .contains("Full name", "Ada Byron");

        assertThat(browser.post("/imports/" + id + "/map", mapping("phone", "phone")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Columns “Phone” and “Mobile” are both mapped to phone");
        assertThat(browser.post("/imports/" + id + "/map", mapping("skip", "skip")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("No column is mapped to phone");
        assertThat(browser.post("/imports/" + id + "/map", mapping("phone", "skip")))
                .hasRedirectedUrl("/imports/" + id + "/review");

        assertThat(
                        await(
                                "/imports/" + id + "/review",
                                html -> !html.contains("data-review=\"running\"")))
                .contains("2 of 4 rows will be imported. 2 need attention.", "Import 2 rows")
                .contains("Invalid phone", "not a number", "Row 2", "Missing phone")
                .doesNotContain("hx-trigger=\"every");

        assertThat(browser.post("/imports/" + id + "/start", Map.of()))
                .hasRedirectedUrl("/imports/" + id);
        assertThat(await("/imports/" + id, html -> html.contains("data-status=\"completed\"")))
                .contains("2 of 4 rows imported. 2 need attention.", "Completed")
                .contains("href=\"/imports/" + id + "/rows?result=failed\">1</a>")
                .contains(
                        "href=\"/imports/" + id + "/errors.csv\"",
                        "A row with an invalid value fails.")
                .doesNotContain("hx-trigger=\"every");

        String created = browser.html("/imports/" + id + "/rows?result=created");
        assertThat(created).contains("Row 1", "Row 4").doesNotContain("Row 2", "Row 3");
        String contact = find("href=\"(/contacts/[^\"]+)\"", created);
        assertThat(browser.html(contact)).contains("Ada Byron", "by row 1 of messy.csv");
        assertThat(browser.html("/imports?status=completed")).contains("messy.csv", "2 created");
        assertThat(browser.html("/imports?status=cancelled")).contains("No import of this kind");
    }

    @Test
    void findsRowsOfAReviewByAddress() {
        String id = uploaded("messy.csv", MESSY);
        browser.post("/imports/" + id + "/map", mapping("phone", "skip"));
        String review = "/imports/" + id + "/review";
        String all = await(review, html -> !html.contains("data-review=\"running\""));

        assertThat(all)
                .contains("Rows 1 to 4", "id=\"row-1\"", "id=\"row-4\"")
                .contains("href=\"" + review + "?action=none#rows\">1</a>")
                .contains("href=\"" + review + "?from=2#row-2\"")
                .contains("Spreadsheet damage", "Stored values to clear")
                .as("what has problems comes first")
                .containsSubsequence(">Phone<div", ">Name<div", ">Email<div");
        assertThat(browser.html(review + "?code=INVALID_PHONE&field=phone&severity=fails"))
                .contains("id=\"row-2\"", "not a number", "tone-bad", "Show all rows")
                .doesNotContain("id=\"row-1\"", "id=\"row-3\"");
        assertThat(browser.html(review + "?problems=true&columns=problems"))
                .contains("id=\"row-2\"", "id=\"row-3\"", "(2 hidden)")
                .doesNotContain("id=\"row-1\"", "ada@example.org");
        assertThat(browser.html(review + "?from=4"))
                .contains("Rows 4 to 4", "Previous problem", "Rows before")
                .doesNotContain("Next problem");
        assertThat(browser.html(review + "?action=updated")).contains("No rows here");
        assertThat(browser.html(review + "?action=nonsense")).contains("id=\"row-1\"");
    }

    @Test
    void saysWhyAReviewCouldNotGoOn() {
        String id = uploaded("broken.csv", MESSY + "Ed Fox,\"never closed");
        browser.post("/imports/" + id + "/map", mapping("phone", "skip"));

        assertThat(
                        await(
                                "/imports/" + id + "/review",
                                html -> !html.contains("data-review=\"running\"")))
                .contains("The review could not go on", "opens on line 6", "looked at 4 rows")
                .contains("id=\"row-2\"")
                .doesNotContain("id=\"start-import\"", "hx-trigger=\"every");
    }

    @Test
    void readsAFileAsItIsTold() {
        String id = uploaded("people.csv", "Phone;Note\n+1 512 555 0101;a,b\n");

        var fields =
                Map.of(
                        "encoding", "windows-1252",
                        "delimiter", ",",
                        "header", "absent",
                        "skip_lines", "0");
        assertThat(browser.post("/imports/" + id + "/format", fields))
                .hasRedirectedUrl("/imports/" + id + "/map");
        assertThat(browser.html("/imports/" + id + "/map")).contains("windows-1252", "chosen");
    }

    @Test
    void offersTheSheetsOfAWorkbook() throws IOException {
        String id = uploaded("people.csv", Workbooks.ofTwoSheets());
        assertThat(browser.html("/imports/" + id + "/map"))
                .contains("Sheet", "Customers", "the first of 2 sheets", "Ada Byron")
                .contains("Old (hidden)", "Rows before the table")
                .doesNotContain("name=\"encoding\"", "name=\"delimiter\"");

        var fields = Map.of("sheet", "Old", "header", "present", "skip_lines", "0");
        assertThat(browser.post("/imports/" + id + "/format", fields))
                .hasRedirectedUrl("/imports/" + id + "/map");
        assertThat(browser.html("/imports/" + id + "/map"))
                .contains("Bo Lund", "chosen", "Row 3")
                .doesNotContain("Ada Byron");
    }

    @Test
    void namesTheEarlierImportOfTheSameFile() {
        String first = uploaded("one.csv", MESSY);
        String second = uploaded("two.csv", MESSY);

        assertThat(browser.html("/imports/" + second + "/map"))
                .contains("This very file was uploaded before", "/imports/" + first, "one.csv");
    }

    @Test
    void takesPastedCellsAndTheSample() {
        var pasted =
                browser.post("/imports/pasted", Map.of("text", "Phone\tName\n5125550101\tAda\n"));
        assertThat(browser.html(location(pasted))).contains("Tab", "pasted-rows.tsv");

        var blankCorner =
                browser.post("/imports/pasted", Map.of("text", "\tPhone\nAda\t5125550101\n"));
        assertThat(browser.html(location(blankCorner))).contains("Column A", "Ada");

        var sample = browser.post("/imports/sample", Map.of());
        assertThat(browser.html(location(sample))).contains("Customer No", "Mobile", "120");
    }

    @Test
    void checksAMappingThatIsStillBeingMade() {
        String id = uploaded("messy.csv", MESSY);

        assertThat(browser.post("/imports/" + id + "/map/check", mapping("phone", "phone")))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"note-1\"", "id=\"note-2\"", "hx-swap-oob", "both mapped to phone")
                .contains("2 valid · 1 refused · 1 blank", "not a number")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | The file is empty",
                "%PDF-1.7 and more      | This is a PDF document, not a table",
                "PK\u0003\u0004 workbook | The workbook is damaged"
            })
    void saysWhatIsWrongWithAFile(String content, String words) {
        assertThat(upload("bad.csv", content))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This file cannot be imported", words, "Drop a CSV or Excel file");
        assertThat(browser.html("/imports")).contains("Bring your first contacts");
    }

    @Test
    void asksForAFileWhenThereIsNone() {
        assertThat(upload("", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a file");
    }

    @Test
    void discardsWhatWasOnlyUploaded() {
        String id = uploaded("messy.csv", MESSY);

        assertThat(browser.post("/imports/" + id + "/cancel", Map.of()))
                .hasRedirectedUrl("/imports/" + id);
        assertThat(browser.html("/imports/" + id))
                .contains("Cancelled: 0 of 4 rows imported", "unprocessed");
        assertThat(browser.get("/imports/" + id + "/map")).hasRedirectedUrl("/imports/" + id);
    }

    @Test
    void letsViewersLookOnly() {
        String id = uploaded("messy.csv", MESSY);
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant, Role.VIEWER).email());

        assertThat(viewer.html("/imports")).contains("messy.csv").doesNotContain("/imports/new");
        assertThat(viewer.html("/imports/" + id))
                .contains("nothing is imported yet")
                .doesNotContain("/map\"");
        assertThat(viewer.get("/imports/" + id + "/map")).hasRedirectedUrl("/imports/" + id);
        for (String action : new String[] {"cancel", "map", "review", "start"}) {
            assertThat(viewer.post("/imports/" + id + "/" + action, Map.of()))
                    .as(action)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void hidesAStrangersImport() {
        String id = uploaded("messy.csv", MESSY);
        var stranger =
                TestBrowser.signedIn(
                        web, tenants.member(tenants.create().id(), Role.ADMIN).email());

        for (String page : new String[] {"", "/map", "/review", "/rows", "/errors.csv"}) {
            assertThat(stranger.get("/imports/" + id + page))
                    .as(page)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private String uploaded(String name, String content) {
        return uploaded(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String uploaded(String name, byte[] content) {
        var answer = upload(name, content);
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return find("/imports/([^/]+)/map", location(answer));
    }

    private MvcTestResult upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult upload(String name, byte[] content) {
        Multipart form = new Multipart().file(name, content);
        return browser.send(
                web.post()
                        .uri("/imports?_csrf={token}", browser.token())
                        .contentType(MediaType.parseMediaType(form.contentType()))
                        .content(form.body()));
    }

    private static Map<String, String> mapping(String phone, String mobile) {
        Map<String, String> fields = new HashMap<>();
        fields.put("target_0", "full_name");
        fields.put("target_1", phone);
        fields.put("target_2", mobile);
        fields.put("target_3", "email");
        fields.put("required", "phone");
        fields.put("default_region", "US");
        return fields;
    }

    private String await(String path, Predicate<String> done) {
        Instant deadline = Instant.now().plus(PATIENCE);
        String html = browser.html(path);
        while (!done.test(html)) {
            assertThat(Instant.now()).as(html).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            html = browser.html(path);
        }
        return html;
    }

    private static String location(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return requireNonNull(found.group(1));
    }
}
