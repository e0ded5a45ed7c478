package io.muster.server.contacts.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.Ids;
import io.muster.server.teams.Team;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServerTest
class ContactsPagesTest {
    private static final String NAUGHTY =
            "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    @Autowired CustomFields customFields;
    @Autowired Teams teams;
    private TenantId tenant;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        browser = TestBrowser.signedIn(web, tenants.member(tenant, Role.OPERATOR).email());
    }

    @Test
    void leadsToAnImportWhenThereAreNoContacts() {
        assertThat(browser.html("/contacts"))
                .contains("No contacts yet", "href=\"/imports/new\"")
                .contains("aria-current=\"page\"", "Some operator");
    }

    @Test
    void listsContactsAndSaysHowMany() {
        UUID grace = contacts.named(tenant, "Grace", "Hopper");
        contacts.named(tenant, "Alan", "Turing");

        assertThat(browser.html("/contacts"))
                .contains("2 contacts", "Grace Hopper", "Alan Turing", "href=\"/contacts/" + grace);
    }

    @Test
    void searchesWithAndWithoutScripts() {
        contacts.named(tenant, "Grace", "Hopper");
        contacts.named(tenant, "Alan", "Turing");

        assertThat(browser.html("/contacts?q=hopper"))
                .contains("<html", "1 contact found", "Grace Hopper", "value=\"hopper\"")
                .doesNotContain("Alan Turing");

        var fragment = browser.fragment("/contacts?q=hopper");
        assertThat(fragment).headers().containsHeader("Vary");
        assertThat(TestBrowser.text(fragment))
                .startsWith("<div id=\"results\" data-announce=\"1 contact found\"")
                .contains("Grace Hopper")
                .doesNotContain("<html", "Alan Turing");
    }

    @Test
    void aFilterIsBuiltByFormsAndStandsInTheAddress() {
        contacts.named(tenant, "Grace", "Hopper");
        contacts.named(tenant, "Alan", "Turing");

        var added = browser.get("/contacts?do=add");
        assertThat(added).hasRedirectedUrl("/contacts?field.0=first_name&op.0=");
        String address =
                "/contacts?field.0=first_name&op.0=is&value.0=Grace&field.1=company&op.1=is&value.1=&column=last_name";
        assertThat(browser.html(address))
                .as("a condition without value does not matter yet")
                .contains("1 contact found", "2 conditions", "Grace Hopper", ">Last name<")
                .contains("value=\"last_name\" checked", "name=\"value.1\"")
                .doesNotContain("Alan Turing", ">Company</th>");

        var fragment = browser.fragment(address);
        assertThat(fragment)
                .hasHeader(
                        "HX-Replace-Url",
                        "/contacts?field.0=first_name&op.0=is&value.0=Grace&field.1=company&op.1=is&column=last_name");
        assertThat(TestBrowser.text(fragment)).startsWith("<div id=\"results\"");
        assertThat(
                        TestBrowser.text(
                                browser.send(
                                        web.get()
                                                .uri("/contacts?do=add")
                                                .header("HX-Request", "true")
                                                .header("HX-Target", "listing"))))
                .startsWith("<div id=\"listing\"")
                .contains("name=\"field.0\"", "autofocus");
    }

    @Test
    void whatIsWrongWithAFilterStandsAtItsCondition() {
        contacts.named(tenant, "Grace", "Hopper");

        assertThat(
                        browser.html(
                                "/contacts?field.0=first_name&op.0=is&value.0=&field.1=phone&op.1=is&value.1=12"))
                .contains("The filter cannot be used like this", "id=\"error-1\"")
                .doesNotContain("id=\"error-0\"", "Grace Hopper");
        assertThat(browser.html("/contacts?field.0=city&op.0=is&value.0=Rome"))
                .contains("Nobody is as the filter says");
    }

    @Test
    void whoMayWriteKeepsAndExportsWhatTheySee() {
        contacts.named(tenant, "Grace", "Hopper");
        String filter = "field.0=first_name&op.0=is&value.0=Gr%C3%A2ce%20%26%20Co";
        String written = filter.replace("&", "&amp;").replace("%20", "+");
        contacts.add(tenant, draft -> draft.text(StandardField.FIRST_NAME, "Grâce & Co"));

        String html = browser.html("/contacts?" + filter);
        assertThat(html)
                .contains("href=\"/segments/new?" + written + "\"")
                .contains("href=\"/exports?" + written + "\"");
        assertThat(browser.html("/segments/new?" + filter))
                .contains("value=\"Grâce &amp; Co\"", "1 contact matches");
        assertThat(browser.html("/exports?" + filter))
                .contains("First name is “Grâce &amp; Co”", "name=\"value.0\"");
        assertThat(
                        browser.post(
                                "/exports",
                                Map.of(
                                        "field.0",
                                        "first_name",
                                        "op.0",
                                        "is",
                                        "value.0",
                                        "Grâce & Co",
                                        "format",
                                        "csv")))
                .hasRedirectedUrl("/exports?begun=1");
        assertThat(browser.html("/exports")).contains("Those whom a filter means");
        assertThat(browser.html("/contacts")).contains("Export these");
        assertThat(browser.html("/contacts?q=Grace"))
                .as("a search is no filter")
                .doesNotContain("/segments/new", "Export these");
    }

    @Test
    void saysWhatToDoWhenNothingIsFound() {
        contacts.named(tenant, "Grace", "Hopper");
        assertThat(browser.html("/contacts?q=nobody"))
                .contains("No contact found", "Part of a name");
    }

    @Test
    void leafsThroughOlderAndNewerPages() {
        for (int i = 0; i < ContactsPage.LIMIT + 1; i++) {
            contacts.named(tenant, "Person", "No" + i);
        }

        String newest = browser.html("/contacts?q=Person");
        assertThat(newest)
                .contains(">Person No50<", ">Person No1<")
                .doesNotContain("Newer", ">Person No0<");

        String oldest = browser.html(link(newest, "next"));
        assertThat(oldest).contains(">Person No0<").doesNotContain("Older", ">Person No1<");

        assertThat(browser.html(link(oldest, "prev"))).contains(">Person No50<", ">Person No1<");
    }

    @Test
    void showsAContactWithItsCustomFieldsByLabel() {
        customFields.ensure(tenant, List.of(new CustomField("plan", "Plan tier", FieldType.TEXT)));
        UUID id =
                contacts.add(
                        tenant,
                        draft ->
                                draft.text(StandardField.FIRST_NAME, "Grace")
                                        .text(StandardField.COUNTRY, "DE")
                                        .doNotContact(true)
                                        .custom("plan", "gold"));

        assertThat(browser.html("/contacts/" + id))
                .contains("<h1 class=\"page-title-text\">Grace</h1>", "Germany", "Do not contact")
                .contains("Plan tier", "gold");
    }

    @Test
    void showsTeamAndConsentsWithTheirOrigin() {
        Team team = teams.create(tenant, "Night shift");
        UUID id =
                contacts.add(
                        tenant,
                        draft ->
                                draft.text(StandardField.FIRST_NAME, "Grace")
                                        .text(StandardField.TEAM, team.id().toString())
                                        .consent(StandardField.CONSENT_EMAIL, true)
                                        .consent(StandardField.CONSENT_SMS, false));
        teams.retire(tenant, team.id());

        assertThat(browser.html("/contacts/" + id))
                .as("a team that was given up keeps its name")
                .contains("Night shift")
                .containsSubsequence("Consent to email", "Given", "a test")
                .containsSubsequence("Consent to SMS", "Withdrawn", "a test");
    }

    @Test
    void showsNaughtyStringsAsTheyAre() {
        customFields.ensure(tenant, List.of(new CustomField("plan", NAUGHTY, FieldType.TEXT)));
        UUID id =
                contacts.add(
                        tenant,
                        draft ->
                                draft.text(StandardField.FIRST_NAME, NAUGHTY)
                                        .text(StandardField.COMPANY, NAUGHTY)
                                        .tags(List.of(NAUGHTY))
                                        .custom("plan", NAUGHTY));

        assertThat(browser.html("/contacts/" + id)).doesNotContain("<script>alert", "<img");
        assertThat(browser.html("/contacts?q=script"))
                .doesNotContain("<script>alert", "<img")
                .contains("&lt;script&gt;");
        assertThat(browser.html("/contacts?q=%22%3E%3Cscript%3Ealert(1)"))
                .doesNotContain("<script>alert")
                .contains("value=\"&#34;>&lt;script>alert(1)\"");
    }

    @Test
    void answersAStrangersContactAsOneThatIsNotThere() {
        UUID theirs = contacts.named(tenants.create().id(), "Grace", "Hopper");

        for (UUID id : List.of(theirs, Ids.next())) {
            var answer = browser.get("/contacts/" + id);
            assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(TestBrowser.text(answer)).contains("There is nothing here", "Some operator");
        }
    }

    private static String link(String html, String rel) {
        var link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(html);
        assertThat(link.find()).as(rel).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
