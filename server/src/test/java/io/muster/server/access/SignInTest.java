package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.tenants.TenantTransactions;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SignInTest {
    private static final String SESSION = "muster-session";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private MemberCaller operator;

    @BeforeEach
    void makeMember() {
        operator = tenants.member(tenants.create().id(), Role.OPERATOR);
    }

    @Test
    void theRightPasswordOpensASession() {
        var browser = new TestBrowser(web);

        assertThat(browser.signIn(operator.email(), TestTenants.PASSWORD)).hasRedirectedUrl("/");

        assertThat(browser.cookie(SESSION))
                .satisfies(cookie -> {
                    assertThat(cookie.isHttpOnly()).isTrue();
                    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
                });
        assertLetIn(browser.get("/imports"));
    }

    @Test
    void theEmailMayBeWrittenInAnyCase() {
        String shouted = " " + operator.email().toUpperCase(Locale.ROOT);

        assertThat(new TestBrowser(web).signIn(shouted, TestTenants.PASSWORD))
                .hasRedirectedUrl("/");
    }

    @Test
    void wrongPasswordAndUnknownEmailLookAlike() {
        assertThat(new TestBrowser(web).signIn(operator.email(), "wrong"))
                .hasRedirectedUrl("/sign-in?error");
        assertThat(new TestBrowser(web).signIn("nobody@example.com", "wrong"))
                .hasRedirectedUrl("/sign-in?error");
    }

    @Test
    void whoeverGuessesHasToWait() {
        var browser = new TestBrowser(web);
        for (int i = 0; i < 10; i++) {
            browser.signIn(operator.email(), "guess " + i);
        }

        assertThat(browser.signIn(operator.email(), TestTenants.PASSWORD))
                .hasRedirectedUrl("/sign-in?error=wait");
    }

    @Test
    void signingInGoesOnToThePageThatWasWanted() {
        var browser = new TestBrowser(web);

        assertThat(browser.get("/imports?status=failed")).hasRedirectedUrl("/sign-in");

        assertThat(browser.signIn(operator.email(), TestTenants.PASSWORD))
                .hasRedirectedUrl("/imports?status=failed");
    }

    @Test
    void aForgedReturnPathLeadsHome() {
        for (String evil :
                new String[] {"//evil.example", "/\\evil.example", "https://evil.example"}) {
            var browser = new TestBrowser(web);
            String forged =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(evil.getBytes(StandardCharsets.UTF_8));
            browser.keep(new Cookie("muster-return", forged));

            assertThat(browser.signIn(operator.email(), TestTenants.PASSWORD))
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void theSessionGetsANewNameWithTheSignIn() {
        var browser = TestBrowser.signedIn(web, operator.email());
        String first = browser.cookie(SESSION).getValue();

        browser.signIn(operator.email(), TestTenants.PASSWORD);

        assertThat(browser.cookie(SESSION).getValue()).isNotEqualTo(first);
    }

    @Test
    void lookingAtTheSignInPageCostsNoSession() {
        var browser = new TestBrowser(web);

        assertThat(browser.get("/sign-in")).hasStatusOk();

        assertThat(browser.cookieNames()).isNotEmpty().doesNotContain(SESSION);
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = TestBrowser.signedIn(web, operator.email());
        var session = browser.cookie(SESSION);

        assertThat(browser.post("/sign-out", Map.of())).hasRedirectedUrl("/sign-in?signed_out");

        assertThat(web.get().uri("/imports").cookie(session)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        var browser = TestBrowser.signedIn(web, operator.email());

        assertThat(browser.send(web.post().uri("/sign-out"))).hasStatus(403);
        assertLetIn(browser.get("/imports"));
    }

    @Test
    void theTokenMayComeInAHeaderOrInTheQueryOfAnUpload() {
        var browser = TestBrowser.signedIn(web, operator.email());
        String token = browser.token();

        for (var upload :
                List.of(
                        web.post().uri("/imports/nothing/here").header("X-CSRF-TOKEN", token),
                        web.post().uri("/imports/nothing/here?_csrf={t}", token))) {
            upload.contentType(MediaType.MULTIPART_FORM_DATA).content("--x--");
            assertLetIn(browser.send(upload));
        }
    }

    @Test
    void theApiDoesNotKnowSessions() {
        var browser = TestBrowser.signedIn(web, operator.email());

        for (String address : List.of("/api/v1/imports", "/%61pi/v1/imports")) {
            assertThat(browser.get(address))
                    .as(address)
                    .hasStatus(401)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .containsHeader(HttpHeaders.WWW_AUTHENTICATE);
        }
    }

    @Test
    void pagesDoNotKnowKeys() {
        String bearer = tenants.create().bearer();

        assertThat(web.get().uri("/imports").header(HttpHeaders.AUTHORIZATION, bearer))
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    void aScriptedRequestIsLedOutOfItsFragment() {
        assertThat(web.get().uri("/imports").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "OPERATOR, true", "COMPLIANCE, false", "VIEWER, false"})
    void whoMayImport(Role role, boolean may) {
        var member = tenants.member(tenants.create().id(), role);
        var browser = TestBrowser.signedIn(web, member.email());

        int status = browser.post("/imports/nothing/here", Map.of()).getResponse().getStatus();

        assertThat(status == 403).isEqualTo(!may);
        assertLetIn(browser.get("/imports"));
    }

    @Test
    void aChangedRoleCountsFromTheNextRequestOn() {
        var browser = TestBrowser.signedIn(web, operator.email());

        update("update member set role = 'viewer'");
        assertThat(browser.post("/imports/nothing/here", Map.of())).hasStatus(403);

        update("delete from member");
        assertThat(browser.get("/imports")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void browsersAreToldWhatToRefuse() {
        assertThat(web.get().uri("/sign-in"))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; font-src 'self'; connect-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .containsHeader("Permissions-Policy")
                .doesNotContainHeader("Strict-Transport-Security");
    }

    private void update(String sql) {
        transactions.run(operator.tenant(), () -> jdbc.sql(sql).update());
    }

    /// Asserts that the person was let in, whatever the page then answers.
    private static void assertLetIn(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).isNotIn(302, 401, 403);
    }
}
