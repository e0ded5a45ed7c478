package io.muster.server.importlog.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.imports.ImportApi;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServerTest
class ImportLogPagesTest {
    private static final Pattern ENTRY = Pattern.compile("href=\"(/import-log/[0-9a-f-]{36}/1)\"");
    private static final Pattern NEWS = Pattern.compile("hx-get=\"(/import-log/news[^\"]*)\"");
    private static final String FILE =
            """
            Phone,First name,Last name,Email
            (212) 555-0101,Ada,Lovelace,ada@example.org
            (212) 555-0102,Ben,<b>Okri</b>,not an email
            """;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TestTenant tenant;
    private TestBrowser operator;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        operator = browser(Role.OPERATOR);
    }

    @Test
    void theMenuLeadsToALogThatSaysWhatItIsFor() {
        assertThat(operator.html("/imports")).contains("href=\"/import-log\"");
        assertThat(operator.html("/import-log"))
                .contains("Nothing was received in this time.", "Look at all of the time")
                .contains("aria-current=\"page\"", "Last 15 minutes");
    }

    @Test
    void tabsCountAndReasonsLeadToTheirRows() {
        importFile();

        assertThat(operator.html("/import-log"))
                .contains("Ada Lovelace", "Ben &lt;b&gt;Okri&lt;/b&gt;", "+12125550101")
                .contains("All <span class=\"tab-count\">2</span>")
                .contains("Success <span class=\"tab-count\">1</span>")
                .contains("Warning <span class=\"tab-count\">0</span>")
                .contains("Failure <span class=\"tab-count\">1</span>")
                .contains("href=\"/import-log?reason=INVALID_EMAIL%3Aemail\"");
        assertThat(operator.html("/import-log?result=failure"))
                .contains("Okri")
                .doesNotContain("Lovelace");
        assertThat(operator.html("/import-log?range=all&q=ada"))
                .contains("Lovelace", "value=\"ada\"")
                .doesNotContain("Okri");
        assertThat(operator.html("/import-log?range=nonsense&from=x&result=y&reason=z&before=1.2"))
                .contains("Lovelace");
        assertThat(
                        operator.html(
                                "/import-log?from=2020-01-01T10:00&to=2020-01-02T10:00&zone=Europe/Vienna"))
                .contains("Nothing was received in this time.", "Europe/Vienna");
    }

    @Test
    void aFilterFetchesOnlyThePartThatChanges() {
        importFile();

        assertThat(TestBrowser.text(operator.fragment("/import-log?q=ada")))
                .startsWith("<div id=\"log\" data-announce=\"1 entry\"")
                .doesNotContain("<html");
    }

    @Test
    void anEntryHasAnAddressOfItsOwn() {
        importFile();
        String path = find(ENTRY, operator.html("/import-log"));

        assertThat(operator.html(path))
                .contains("<html", "Entry of the import log", "Lovelace", "(212) 555-0101")
                .contains("Open the contact");
        assertThat(TestBrowser.text(operator.fragment(path)))
                .contains("(212) 555-0101")
                .doesNotContain("<html");
        assertThat(operator.get("/import-log/" + UUID.randomUUID() + "/1")).hasStatus(404);
    }

    @Test
    void anotherTenantsEntryIsNotThere() {
        importFile();
        String path = find(ENTRY, operator.html("/import-log"));
        var other = tenants.create();
        var stranger = TestBrowser.signedIn(web, tenants.member(other.id(), Role.ADMIN).email());

        assertThat(stranger.get(path)).hasStatus(404);
        assertThat(stranger.html("/import-log?range=all")).doesNotContain("Lovelace");
    }

    @Test
    void whatComesAnnouncesItselfAndMovesNothing() {
        importFile();
        String page = operator.html("/import-log");
        String news = find(NEWS, page).replace("&amp;", "&");

        assertThat(operator.html(news)).isBlank();
        importFile();
        assertThat(operator.html(news)).contains("2 new entries have come.");
        assertThat(operator.html("/import-log?from=2020-01-01T10:00&to=2030-01-02T10:00"))
                .as("a range that has ended")
                .doesNotContain("/import-log/news");
    }

    @Test
    void viewersSeeThatThereAreValues() {
        importFile();
        var viewer = browser(Role.VIEWER);

        String page = viewer.html("/import-log");
        assertThat(page)
                .contains("A••• L•••", "+1•••01", "Your role sees that there are values")
                .doesNotContain("Lovelace", "5550101", "Okri", "not an email");
        assertThat(viewer.html(find(ENTRY, page)))
                .contains("•••")
                .doesNotContain("Lovelace", "555-0101", "ada@example.org");
        assertThat(page).doesNotContain("/import-log.csv");
        assertThat(viewer.get("/import-log.csv")).hasStatus(403);
    }

    private void importFile() {
        new ImportApi(web, tenant).run(FILE, "");
    }

    private TestBrowser browser(Role role) {
        return TestBrowser.signedIn(web, tenants.member(tenant.id(), role).email());
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return String.valueOf(found.group(1));
    }
}
