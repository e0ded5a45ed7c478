package io.muster.server.access.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.KeySecret;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Members, keys, one's own account and the trail, as people see them.
@ServerTest
class MembersPagesTest {
    private static final Pattern LINK = Pattern.compile("id=\"link\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final Pattern SESSION =
            Pattern.compile("action=\"(/account/sessions/[0-9a-f]+/end)\"");

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;

    private TestTenant tenant;
    private MemberCaller member;
    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        member = tenants.member(tenant.id(), Role.ADMIN);
        admin = TestBrowser.signedIn(web, member.email());
    }

    @Test
    void anAdminInvitesAndTheLinkIsShownOnce() {
        String page =
                TestBrowser.text(
                        admin.post(
                                "/members", Map.of("email", "ada@example.org", "role", "viewer")));

        assertThat(page).contains("No mail server is set up.", "ada@example.org", "Withdraw");
        assertThat(new TestBrowser(web).html(URI.create(found(LINK, page)).getPath()))
                .contains("Some admin invites you as Viewer");
        assertThat(admin.html("/members")).contains("ada@example.org").doesNotContain("/join/");
        MvcTestResult refused = admin.post("/members", Map.of("email", "ada", "role", "viewer"));
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("Write an email such as", "value=\"ada\"");
    }

    @Test
    void anAdminChangesRolesAndRemoves() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        String path = "/members/" + viewer.accountId();

        assertThat(admin.post(path + "/role", Map.of("role", "compliance")))
                .hasRedirectedUrl("/members?done=role");
        assertThat(admin.html("/members?done=role"))
                .contains("The role is changed.", "Some viewer");
        assertThat(admin.post(path + "/remove", Map.of()))
                .hasRedirectedUrl("/members?done=removed");
        assertThat(admin.html("/members")).doesNotContain("Some viewer");
        MvcTestResult last = admin.post("/members/" + member.accountId() + "/remove", Map.of());
        assertThat(last).hasStatus(422);
        assertThat(TestBrowser.text(last)).contains("This is the last admin.");
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        String page =
                TestBrowser.text(
                        admin.post(
                                "/api-keys",
                                Map.of(
                                        "name", "Nightly",
                                        "scope", "imports:read",
                                        "lifetime", "month")));
        var secret = new KeySecret(found(SECRET, page));
        assertThat(page).contains("Copy it now", "Some admin");
        assertThat(keys.authenticate(secret)).isPresent();
        assertThat(admin.html("/members"))
                .contains("Keys that they have made go on working: Nightly");
        assertThat(
                        web.get()
                                .uri("/api/v1/imports")
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + secret.text()))
                .hasStatusOk();

        String list = admin.html("/api-keys");
        assertThat(list).contains("Nightly", "imports:read").doesNotContain(secret.text());
        String id =
                found(
                        Pattern.compile(
                                "action=\"/api-keys/([0-9a-f-]+)/revoke\"(?s:(?!action).)*Revoke Nightly"),
                        list);
        assertThat(admin.post("/api-keys/" + id + "/revoke", Map.of()))
                .hasRedirectedUrl("/api-keys?revoked=1");
        assertThat(admin.html("/api-keys")).contains("Revoked");
        assertThat(keys.authenticate(secret)).isEmpty();
    }

    @Test
    void whatAKeyLacksIsSaid() {
        MvcTestResult refused = admin.post("/api-keys", Map.of("name", "Nothing"));

        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("one scope at least", "value=\"Nothing\"");
    }

    @Test
    void peopleSeeAndEndTheirSessions() {
        var other = TestBrowser.signedIn(web, member.email());
        String page = admin.html("/account");
        assertThat(page).contains("Where you are signed in", "Sign out everywhere else");

        assertThat(admin.post(found(SESSION, page), Map.of()))
                .hasRedirectedUrl("/account?done=ended");
        assertThat(other.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(admin.get("/imports")).hasStatusOk();
    }

    @Test
    void aNewPasswordSignsOutEverywhereElse() {
        var other = TestBrowser.signedIn(web, member.email());
        String wanted = "another set of words";

        assertThat(change("wrong words here", wanted)).hasStatus(422);
        assertThat(change(TestTenants.PASSWORD, "password1234")).hasStatus(422);
        assertThat(other.get("/imports")).hasStatusOk();
        assertThat(change(TestTenants.PASSWORD, wanted)).hasRedirectedUrl("/account?done=password");

        assertThat(other.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(admin.get("/imports")).hasStatusOk();
        assertThat(other.signIn(member.email(), TestTenants.PASSWORD))
                .hasRedirectedUrl("/sign-in?error");
        assertThat(other.signIn(member.email(), wanted)).hasRedirectedUrl("/imports");
        assertThat(admin.html("/audit")).contains("Password changed", "Signed in");
    }

    @Test
    void guessesAtTheCurrentPasswordAreSlowedDown() {
        for (int i = 0; i < 10; i++) {
            assertThat(change("a guess of mine " + i, "another set of words")).hasStatus(422);
        }

        MvcTestResult right = change(TestTenants.PASSWORD, "another set of words");
        assertThat(right).hasStatus(422);
        assertThat(TestBrowser.text(right)).contains("Too many attempts");
    }

    @Test
    void thePageOfTheTrailHoldsItsFilter() {
        admin.post("/sources", Map.of("name", "Website form", "key", "form"));
        admin.post("/sources/form/delete", Map.of());

        assertThat(admin.html("/audit?action=source_created"))
                .contains("Website form", "Some admin", "/audit.csv?action=source_created")
                .doesNotContain("<strong>Deleted</strong>");
        assertThat(admin.html("/audit?subject=form")).contains("<strong>Deleted</strong>");
        assertThat(admin.html("/audit?from=2020-01-01&to=2020-01-02")).contains("Nothing fits");
        assertThat(TestBrowser.text(admin.fragment("/audit"))).startsWith("<div id=\"audit\"");
    }

    @Test
    void nobodyIsLedToAClosedDoor() {
        assertThat(admin.html("/contacts"))
                .contains("href=\"/members\"", "href=\"/api-keys\"", "href=\"/audit\"");
        assertThat(page(Role.COMPLIANCE))
                .contains("href=\"/audit\"")
                .doesNotContain("href=\"/members\"", "href=\"/api-keys\"");
        assertThat(page(Role.VIEWER)).doesNotContain("href=\"/audit\"", "href=\"/members\"");
    }

    private String page(Role role) {
        return TestBrowser.signedIn(web, tenants.member(tenant.id(), role).email())
                .html("/contacts");
    }

    private MvcTestResult change(String current, String wanted) {
        return admin.post("/account/password", Map.of("current", current, "password", wanted));
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
