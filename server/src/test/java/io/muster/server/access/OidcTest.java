package io.muster.server.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestProvider;
import io.muster.server.TestProvider.Person;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Signing in by an OpenID Connect provider, which is a real one.
@ServerTest
class OidcTest {
    private static final String START = "/sign-in/with/oidc";
    private static final TestProvider PROVIDER = TestProvider.start();

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired MemberChanges changes;

    private TestTenant tenant;
    private TestApi api;
    private MemberCaller admin;
    private TestBrowser browser;

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void aTenant() {
        tenant = tenants.create();
        api = new TestApi(web, tenant);
        admin = tenants.member(tenant.id(), Role.ADMIN);
        browser = new TestBrowser(web);
    }

    @Test
    void aMemberIsKnownByTheEmailThatTheProviderVouchesFor() {
        assertThat(browser.html("/sign-in")).contains("href=\"" + START + "\"", "single sign-on");
        assertThat(browser.get("/imports?status=failed")).hasRedirectedUrl("/sign-in");

        assertThat(comeBack(verified(admin.email().toUpperCase(Locale.ROOT))))
                .hasRedirectedUrl("/imports?status=failed");

        assertThat(browser.html("/account")).contains(admin.email(), "Some admin");
        assertThat(TestBrowser.text(api.get("/api/v1/audit"))).contains("signed_in");
    }

    @Test
    void anEmailThatNobodyHasCheckedOpensNothing() {
        assertThat(comeBack(new Person(admin.email(), "Somebody", false)))
                .hasRedirectedUrl("/sign-in?error=unverified");

        assertThat(browser.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(browser.html("/sign-in?error=unverified")).contains("is not confirmed");
    }

    @Test
    void whoeverNobodyHasLetInStaysOutside() {
        assertThat(comeBack(verified("stranger@" + tenant.id() + ".example")))
                .hasRedirectedUrl("/sign-in?error=unknown");

        assertThat(browser.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(browser.html("/sign-in?error=unknown")).contains("Nobody has let you in");
    }

    @Test
    void whoeverIsInvitedJoinsByTheLink() {
        String email = "ada@" + tenant.id() + ".example";
        String path = invite(email);
        assertThat(comeBack(new Person(email, "Ada Lovelace", true)))
                .as("nobody joins a tenant that they have not chosen")
                .hasRedirectedUrl("/sign-in?error=unknown");

        assertThat(browser.html(path)).contains(path + "/elsewhere");
        assertThat(browser.post(path + "/elsewhere", Map.of()))
                .hasRedirectedUrl("/sign-in?joining");
        assertThat(browser.html("/sign-in?joining")).contains("you have joined", START);
        assertThat(comeBack(new Person(email, "Ada Lovelace", true))).hasRedirectedUrl("/");

        assertThat(browser.html("/account"))
                .contains("Ada Lovelace", "Compliance", "You have no password here");
        assertThat(TestBrowser.text(api.get("/api/v1/members/invitations")))
                .contains("\"items\":[]");
        assertThat(TestBrowser.text(api.get("/api/v1/audit"))).contains("member_joined");
        assertThat(new TestBrowser(web).signIn(email, "")).hasRedirectedUrl("/sign-in?error");
    }

    @Test
    void whoeverWasRemovedComesBackByInvitationOnly() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        changes.remove(admin, viewer.accountId());

        assertThat(comeBack(verified(viewer.email()))).hasRedirectedUrl("/sign-in?error=unknown");

        browser.post(invite(viewer.email()) + "/elsewhere", Map.of());
        assertThat(comeBack(verified(viewer.email()))).hasRedirectedUrl("/");
        assertThat(browser.html("/account")).contains("Compliance");
    }

    @Test
    void anAnswerToNobodysQuestionIsRefused() {
        URI answer = PROVIDER.signIn(start(browser), verified(admin.email()));

        var other = new TestBrowser(web);
        assertThat(other.get(local(answer))).hasRedirectedUrl("/sign-in?error=elsewhere");
        start(other);
        assertThat(other.get(local(answer))).hasRedirectedUrl("/sign-in?error=elsewhere");
        assertThat(browser.get(local(answer))).hasRedirectedUrl("/");
        assertThat(browser.get(local(answer)))
                .as("a second time")
                .hasRedirectedUrl("/sign-in?error=elsewhere");
    }

    @Test
    void theQuestionHasStateNonceAndProofKeyAndCostsNoSession() {
        assertThat(start(browser).getQuery())
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
                .contains("scope=openid email profile");
        assertThat(browser.cookieNames()).doesNotContain("muster-session");
    }

    @Test
    void anInvitationIsForItsEmailHere() {
        String path = invite("ada@" + tenant.id() + ".example");

        browser.post(path + "/elsewhere", Map.of());
        assertThat(comeBack(verified("bob@" + tenant.id() + ".example")))
                .hasRedirectedUrl("/sign-in?error=elsewhere");

        assertThat(browser.get(path)).as("still open").hasStatusOk();
    }

    @Test
    void peopleAreKnownByWhatOutlastsTheirEmail() {
        String other = "renamed@" + tenant.id() + ".example";
        assertThat(comeBack(new Person("1 of " + tenant.id(), admin.email(), "Ada", true)))
                .hasRedirectedUrl("/");

        var later = new TestBrowser(web);
        assertThat(comeBack(later, new Person("1 of " + tenant.id(), other, "Ada", true)))
                .hasRedirectedUrl("/");
        assertThat(later.html("/account")).contains(admin.email());

        var heir = new TestBrowser(web);
        assertThat(comeBack(heir, new Person("2 of " + tenant.id(), admin.email(), "Eve", true)))
                .hasRedirectedUrl("/sign-in?error=other");
        assertThat(heir.get("/imports")).hasRedirectedUrl("/sign-in");
    }

    /// Whoever makes an account for somebody else's email gets nothing by it once its owner comes.
    @Test
    void anAccountThatSomebodyElseMadeIsItsOwnersAlone() {
        String email = "bob@" + tenant.id() + ".example";
        var maker = new TestBrowser(web);
        assertThat(maker.post(invite(email), form())).hasRedirectedUrl("/sign-in?joined");
        assertThat(maker.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/");
        TestTenant own = tenants.create();
        String path = invite(new TestApi(web, own), email);
        assertThat(maker.post(path + "/member", Map.of())).as("not known to be Bob").hasStatus(422);
        assertThat(new TestBrowser(web).post(path, form())).hasStatus(422);

        browser.post(path + "/elsewhere", Map.of());
        assertThat(comeBack(new Person(email, "Bob", true))).hasRedirectedUrl("/");

        assertThat(browser.html("/account"))
                .contains("Tenant " + own.id())
                .doesNotContain("Tenant " + tenant.id());
        assertThat(maker.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(maker.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/sign-in?error");
    }

    private String invite(String email) {
        return invite(api, email);
    }

    private static String invite(TestApi api, String email) {
        MvcTestResult answer =
                api.post(
                        "/api/v1/members",
                        "{\"email\": \"%s\", \"role\": \"compliance\"}".formatted(email));
        assertThat(answer).hasStatus(201);
        return URI.create(TestApi.json(answer).read("$.link")).getPath();
    }

    private static Map<String, String> form() {
        return Map.of("name", "Bob", "password", TestTenants.PASSWORD);
    }

    private MvcTestResult comeBack(Person person) {
        return comeBack(browser, person);
    }

    private static MvcTestResult comeBack(TestBrowser browser, Person person) {
        return browser.get(local(PROVIDER.signIn(start(browser), person)));
    }

    private static URI start(TestBrowser browser) {
        MvcTestResult sent = browser.get(START);
        assertThat(sent).hasStatus3xxRedirection();
        return URI.create(requireNonNull(sent.getResponse().getRedirectedUrl()));
    }

    private static String local(URI answer) {
        assertThat(answer.toString()).startsWith(TestProvider.BACK);
        return answer.getRawPath() + "?" + answer.getRawQuery();
    }

    private static Person verified(String email) {
        return new Person(email, "Somebody", true);
    }
}
