package io.muster.server.sources.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SourcesPagesTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TestTenant tenant;
    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        admin = browser(Role.ADMIN);
    }

    @Test
    void aSourceIsMadeAndListedWithItsHealth() {
        assertThat(admin.html("/sources")).contains("No sources yet", "href=\"/sources\"");
        assertThat(admin.post("/sources", Map.of("name", "Web form", "key", "form")))
                .hasRedirectedUrl("/sources/form?created=1");
        assertThat(admin.html("/sources/form?created=1"))
                .contains(
                        "The source is there.",
                        "value=\"/first_name\"",
                        "/api/v1/sources/form/contacts");
        new TestApi(web, tenant)
                .post("/api/v1/sources/form/contacts", "[{\"email\": \"a@example.org\"}, {}]");
        assertThat(admin.html("/sources"))
                .contains("Web form", "Some fail")
                .contains("href=\"/import-log?range=day&amp;source=form&amp;result=failure\"");
    }

    @Test
    void whatIsRefusedIsSaid() {
        MvcTestResult answer = admin.post("/sources", Map.of("name", "x", "key", "No"));
        assertThat(answer).hasStatus(422);
        assertThat(TestBrowser.text(answer)).contains("A key is 1 to 63", "value=\"No\"");
    }

    @Test
    void aTestObjectShowsWhatWouldHappenAndWritesNothing() {
        admin.post("/sources", Map.of("name", "Web form", "key", "form"));

        String page =
                TestBrowser.text(
                        send(
                                "/sources/form/try",
                                "{\"mail\": \"Ada@Example.org\", \"who\": {\"first\": \"Ada\"}, \"phone\": \"12\"}",
                                "/mail",
                                "email",
                                "/phone",
                                "phone"));
        assertThat(page)
                .contains("A contact would be created.", "ada@example.org", "INVALID_PHONE")
                .as("a part that is not mapped is added")
                .contains("value=\"/who/first\"");
        assertThat(admin.html("/import-log?range=all")).contains("No entries");
        assertThat(admin.html("/sources/form")).doesNotContain("value=\"/mail\"");
    }

    @Test
    void aMappingIsSavedAndWhatIsWrongWithItIsSaid() {
        admin.post("/sources", Map.of("name", "Web form", "key", "form"));

        assertThat(send("/sources/form", "", "/mail", "email", "/x", "skip"))
                .hasRedirectedUrl("/sources/form?saved=1");
        assertThat(admin.html("/sources/form?saved=1"))
                .contains("The source is saved.", "value=\"/mail\"")
                .doesNotContain("value=\"/x\"", "value=\"/first_name\"");
        MvcTestResult refused = send("/sources/form", "", "/a", "email", "/b", "email");
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("are both mapped to email", "value=\"/b\"");
        assertThat(TestBrowser.text(send("/sources/form/try", "{oops", "/mail", "email")))
                .contains("not complete, well-formed JSON");
    }

    @Test
    void aSecretIsShownOnce() {
        admin.post("/sources", Map.of("name", "Web form", "key", "form"));

        assertThat(TestBrowser.text(admin.post("/sources/form/webhook", Map.of())))
                .contains("whsec_", "/api/v1/inbound/" + tenant.id());
        assertThat(admin.html("/sources/form"))
                .contains("/api/v1/inbound/")
                .doesNotContain("whsec_");
        assertThat(admin.post("/sources/form/webhook/close", Map.of()))
                .hasRedirectedUrl("/sources/form?saved=1");
        assertThat(admin.html("/sources/form")).doesNotContain("/api/v1/inbound/");
    }

    @Test
    void aSourceIsDeletedAndOthersMayOnlyLook() {
        admin.post("/sources", Map.of("name", "Web form", "key", "form"));
        var operator = browser(Role.OPERATOR);

        assertThat(operator.html("/sources"))
                .contains("Web form")
                .doesNotContain("Make the source");
        assertThat(operator.html("/sources/form")).contains("/phone").doesNotContain("<textarea");
        assertThat(operator.post("/sources/form/delete", Map.of())).hasStatus(403);
        assertThat(admin.post("/sources/form/delete", Map.of()))
                .hasRedirectedUrl("/sources?deleted=1");
        assertThat(admin.get("/sources/form")).hasStatus(404);
    }

    @Test
    void anotherTenantsSourceIsNotThere() {
        admin.post("/sources", Map.of("name", "Web form", "key", "form"));
        var other = tenants.create();
        var stranger = TestBrowser.signedIn(web, tenants.member(other.id(), Role.ADMIN).email());

        assertThat(stranger.get("/sources/form")).hasStatus(404);
        assertThat(stranger.post("/sources/form/webhook", Map.of())).hasStatus(404);
        assertThat(stranger.post("/sources/form/delete", Map.of())).hasStatus(404);
        assertThat(stranger.html("/sources")).doesNotContain("Web form");
    }

    /// @param mapping pointers and targets by turns
    private MvcTestResult send(String path, String payload, String... mapping) {
        var request =
                web.post()
                        .uri(path)
                        .param("_csrf", admin.token())
                        .param("name", "Web form")
                        .param("payload", payload);
        for (int i = 0; i < mapping.length; i += 2) {
            request.param("pointer", mapping[i]).param("target", mapping[i + 1]);
        }
        return admin.send(request);
    }

    private TestBrowser browser(Role role) {
        return TestBrowser.signedIn(web, tenants.member(tenant.id(), role).email());
    }
}
