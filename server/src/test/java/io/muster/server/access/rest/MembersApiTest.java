package io.muster.server.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.access.Scope;
import io.muster.server.tenants.TenantTransactions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Members, as programs see and change them.
@ServerTest
class MembersApiTest {
    private static final String MEMBERS = "/api/v1/members";
    private static final String INVITATIONS = MEMBERS + "/invitations";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    private TestTenant tenant;
    private TestApi api;
    private MemberCaller admin;

    @BeforeEach
    void aTenant() {
        tenant = tenants.create();
        api = new TestApi(web, tenant);
        admin = tenants.member(tenant.id(), Role.ADMIN);
    }

    @Test
    void membersAreListedPageByPage() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);

        DocumentContext first = TestApi.json(api.get(MEMBERS + "?limit=1"));
        DocumentContext second =
                TestApi.json(api.get(MEMBERS + "?limit=1&cursor=" + first.read("$.next")));

        assertThat(first.<String>read("$.items[0].email")).isEqualTo(admin.email());
        assertThat(first.<String>read("$.items[0].role")).isEqualTo("admin");
        assertThat(second.<String>read("$.items[0].id")).isEqualTo(viewer.accountId().toString());
        assertThat(second.<Object>read("$.next")).isNull();
        assertThat(TestApi.json(api.get(path(viewer))).<String>read("$.name"))
                .isEqualTo("Some viewer");
        assertThat(api.get(MEMBERS + "/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void whoeverIsInvitedJoinsByTheLinkOnce() {
        DocumentContext invited = invite("Ada@" + tenant.id() + ".example", "operator");
        String link = invited.read("$.link");
        assertThat(invited.<String>read("$.delivery")).isEqualTo("no_mail_server");
        assertThat(TestBrowser.text(api.get(INVITATIONS))).contains("ada@", "\"operator\"");

        String path = URI.create(link).getPath();
        var browser = new TestBrowser(web);
        assertThat(browser.html(path)).contains("Join Tenant " + tenant.id(), "Operator", "ada@");
        var form = Map.of("name", "Ada", "password", TestTenants.PASSWORD);
        assertThat(browser.post(path, form)).hasRedirectedUrl("/sign-in?joined");
        assertThat(browser.signIn("ada@" + tenant.id() + ".example", TestTenants.PASSWORD))
                .hasRedirectedUrl("/");

        assertThat(TestBrowser.text(api.get(INVITATIONS))).contains("\"items\":[]");
        assertThat(browser.get(path)).hasStatus(404);
        assertThat(browser.post(path, form)).hasStatus(404);
        assertThat(TestBrowser.text(api.get("/api/v1/audit")))
                .contains("member_invited", "member_joined", "signed_in");
    }

    @Test
    void aPoorPasswordDoesNotUseTheLinkUp() {
        String path = URI.create(invite("ada@example.org", "viewer").read("$.link")).getPath();
        var browser = new TestBrowser(web);

        MvcTestResult refused =
                browser.post(path, Map.of("name", "Ada", "password", "password1234"));
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("tried first", "value=\"Ada\"");
        assertThat(browser.post(path, Map.of("name", " ", "password", TestTenants.PASSWORD)))
                .hasStatus(422);
        assertThat(browser.get(path)).hasStatusOk();
    }

    @Test
    void aSecondInvitationTakesThePlaceOfTheFirst() {
        String first = URI.create(invite("ada@example.org", "viewer").read("$.link")).getPath();
        String second = URI.create(invite("ada@example.org", "admin").read("$.link")).getPath();

        assertThat(new TestBrowser(web).get(first)).hasStatus(404);
        assertThat(new TestBrowser(web).html(second)).contains("Admin");
        assertThat(TestApi.json(api.get(INVITATIONS)).<List<Object>>read("$.items")).hasSize(1);
    }

    @Test
    void aWithdrawnInvitationLetsNobodyIn() {
        DocumentContext invited = invite("ada@example.org", "viewer");
        assertThat(api.delete(INVITATIONS + "/" + invited.read("$.id"))).hasStatus(204);

        assertThat(new TestBrowser(web).get(URI.create(invited.read("$.link")).getPath()))
                .hasStatus(404);
        assertThat(api.delete(INVITATIONS + "/" + invited.read("$.id"))).hasStatus(404);
    }

    @Test
    void whoeverHasAnAccountJoinsBySigningIn() {
        MemberCaller elsewhere = tenants.member(tenants.create().id(), Role.VIEWER);
        String path = URI.create(invite(elsewhere.email(), "operator").read("$.link")).getPath();
        var browser = new TestBrowser(web);
        assertThat(browser.post(path, Map.of("name", "x", "password", "of somebody else here")))
                .hasStatus(422);

        assertThat(browser.get(path + "/member")).hasRedirectedUrl("/sign-in");
        assertThat(browser.signIn(elsewhere.email(), TestTenants.PASSWORD))
                .hasRedirectedUrl(path + "/member");
        assertThat(browser.post(path + "/member", Map.of())).hasRedirectedUrl("/");
        assertThat(browser.html("/contacts")).contains("Tenant " + tenant.id());

        // And back again.
        assertThat(browser.html("/account")).contains("Tenant " + elsewhere.tenant());
        assertThat(browser.post("/account/tenant", Map.of("tenant", elsewhere.tenant().toString())))
                .hasRedirectedUrl("/");
        assertThat(browser.html("/contacts")).contains("Tenant " + elsewhere.tenant());
        assertThat(
                        browser.post(
                                "/account/tenant",
                                Map.of("tenant", tenants.create().id().toString())))
                .hasStatus(404);
    }

    /// The page does not say whether there is an account: anybody can invite any email.
    @Test
    void aLinkTellsNothingOfAccounts() {
        MemberCaller elsewhere = tenants.member(tenants.create().id(), Role.VIEWER);
        String known = URI.create(invite(elsewhere.email(), "viewer").read("$.link")).getPath();
        String unknown =
                URI.create(invite("nobody@here.example", "viewer").read("$.link")).getPath();
        var browser = new TestBrowser(web);
        browser.html(known);

        assertThat(plain(browser.html(known), known, elsewhere.email()))
                .isEqualTo(plain(browser.html(unknown), unknown, "nobody@here.example"));
    }

    private static String plain(String page, String path, String email) {
        return page.replace(path, "")
                .replace(email, "")
                .replaceAll("name=\"_csrf\"[^>]*", "")
                .replaceAll("value=\"[^\"]{60,}\"", "");
    }

    @Test
    void whoeverWasRemovedJoinsAgainWithTheirPassword() {
        String email = "ada@" + tenant.id() + ".example";
        var browser = new TestBrowser(web);
        var form = Map.of("name", "Ada", "password", TestTenants.PASSWORD);
        browser.post(URI.create(invite(email, "viewer").read("$.link")).getPath(), form);
        List<String> ids = TestApi.json(api.get(MEMBERS)).read("$.items[?(@.name == 'Ada')].id");
        assertThat(api.delete(MEMBERS + "/" + ids.getFirst())).hasStatus(204);
        assertThat(browser.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/sign-in?error");

        String again = URI.create(invite(email, "operator").read("$.link")).getPath();
        MvcTestResult wrong = browser.post(again, Map.of("password", "of somebody else here"));
        assertThat(wrong).hasStatus(422);
        assertThat(TestBrowser.text(wrong)).contains("not its password");
        assertThat(browser.post(again, Map.of("password", TestTenants.PASSWORD)))
                .hasRedirectedUrl("/sign-in?joined");

        assertThat(browser.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/");
        assertThat(browser.html("/account")).contains("Operator");
    }

    @Test
    void guessesAtALinkAreSlowedDown() {
        String path = URI.create(invite(elsewhere().email(), "admin").read("$.link")).getPath();
        var browser = new TestBrowser(web);
        for (int i = 0; i < 10; i++) {
            assertThat(browser.post(path, Map.of("password", "a guess of mine " + i)))
                    .hasStatus(422);
        }

        MvcTestResult right = browser.post(path, Map.of("password", TestTenants.PASSWORD));
        assertThat(right).hasStatus(422);
        assertThat(TestBrowser.text(right)).contains("Too many attempts");
    }

    @Test
    void anExpiredLinkOpensNothing() {
        DocumentContext invited = invite("ada@example.org", "viewer");
        String path = URI.create(invited.read("$.link")).getPath();
        transactions.run(
                tenant.id(), () -> jdbc.sql("update invitation set expires_at = now()").update());
        var browser = new TestBrowser(web);

        assertThat(browser.get(path)).hasStatus(404);
        assertThat(browser.post(path, Map.of("name", "Ada", "password", TestTenants.PASSWORD)))
                .hasStatus(404);
        assertThat(TestBrowser.text(api.get(INVITATIONS))).contains("ada@example.org");
    }

    @Test
    void oneOfTwoWhoHaveALinkJoins() {
        String path =
                URI.create(invite("ada@" + tenant.id() + ".example", "viewer").read("$.link"))
                        .getPath();
        var form = Map.of("name", "Ada", "password", TestTenants.PASSWORD);
        var one = CompletableFuture.supplyAsync(() -> new TestBrowser(web).post(path, form));
        var two = CompletableFuture.supplyAsync(() -> new TestBrowser(web).post(path, form));

        assertThat(List.of(status(one.join()), status(two.join())))
                .containsOnlyOnce(302)
                .allMatch(status -> status < 500);
        assertThat(TestApi.json(api.get(MEMBERS)).<List<Object>>read("$.items")).hasSize(2);
    }

    @Test
    void aTenantInvitesNoMoreThanItCanKnow() {
        transactions.run(
                tenant.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into invitation (tenant_id, id, email, role, token_hash, invited_by_name,
                                                                expires_at)
                                        select :tenant, gen_random_uuid(), n || '@example.org', 'viewer', '\\x00', 'x',
                                               now() + interval '1 day'
                                        from generate_series(1, 500) n
                                        """)
                                .param("tenant", tenant.id().value())
                                .update());

        assertCode(
                api.post(MEMBERS, "{\"email\": \"a@b.example\", \"role\": \"viewer\"}"),
                "TOO_MANY_INVITATIONS");
    }

    private MemberCaller elsewhere() {
        return tenants.member(tenants.create().id(), Role.VIEWER);
    }

    @Test
    void aLinkIsForWhomItWasMeant() {
        MemberCaller meant = tenants.member(tenants.create().id(), Role.VIEWER);
        String path = URI.create(invite(meant.email(), "admin").read("$.link")).getPath();
        var other = TestBrowser.signedIn(web, admin.email());

        assertThat(other.html(path + "/member")).contains("for somebody else");
        assertThat(other.post(path + "/member", Map.of())).hasStatus(422);
        assertThat(new TestBrowser(web).get(path)).hasStatusOk();
    }

    @Test
    void whatCannotBeInvitedIsSaid() {
        assertCode(api.post(MEMBERS, "{\"email\": \"no\", \"role\": \"viewer\"}"), "INVALID_EMAIL");
        assertCode(api.post(MEMBERS, "{\"email\": \"a@b.example\"}"), "UNKNOWN_ROLE");
        assertCode(
                api.post(
                        MEMBERS,
                        "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(admin.email())),
                "ALREADY_MEMBER");
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        var narrow = key(Scope.ACCESS_READ, Scope.ACCESS_WRITE);

        assertCode(
                narrow.post(MEMBERS, "{\"email\": \"a@b.example\", \"role\": \"viewer\"}"),
                "SCOPE_NOT_HELD");
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        assertCode(narrow.patch(path(viewer), "{\"role\": \"admin\"}"), "SCOPE_NOT_HELD");
        assertCode(narrow.delete(path(admin)), "SCOPE_NOT_HELD");
        assertThat(key(Scope.ACCESS_READ).delete(path(viewer))).hasStatus(403);
    }

    @Test
    void aRoleIsChangedAndAMemberRemovedAtOnce() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        var browser = TestBrowser.signedIn(web, viewer.email());
        assertThat(browser.post("/imports/nothing/here", Map.of())).hasStatus(403);

        assertThat(api.patch(path(viewer), "{\"role\": \"operator\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("operator");
        assertThat(browser.post("/imports/nothing/here", Map.of())).hasStatus(404);

        assertThat(api.delete(path(viewer))).hasStatus(204);
        assertThat(browser.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(browser.signIn(viewer.email(), TestTenants.PASSWORD))
                .hasRedirectedUrl("/sign-in?error");
        assertThat(api.delete(path(viewer))).hasStatus(404);
    }

    @Test
    void theLastAdminStays() {
        assertCode(api.delete(path(admin)), "LAST_ADMIN");
        assertCode(api.patch(path(admin), "{\"role\": \"viewer\"}"), "LAST_ADMIN");
        assertThat(api.patch(path(admin), "{\"role\": \"admin\"}")).hasStatusOk();
    }

    @Test
    void twoAdminsCannotRemoveEachOther() {
        MemberCaller other = secondAdmin();

        var one = CompletableFuture.supplyAsync(() -> api.delete(path(admin)));
        var two = CompletableFuture.supplyAsync(() -> api.delete(path(other)));

        assertThat(List.of(status(one.join()), status(two.join())))
                .containsExactlyInAnyOrder(204, 422);
    }

    @Test
    void anotherTenantsMembersAreOutOfReach() {
        var other = new TestApi(web, tenants.create());
        DocumentContext invited = invite("ada@example.org", "viewer");

        assertThat(TestBrowser.text(other.get(MEMBERS))).doesNotContain(admin.email());
        assertThat(other.get(path(admin))).hasStatus(404);
        assertThat(other.delete(path(admin))).hasStatus(404);
        assertThat(other.patch(path(admin), "{\"role\": \"viewer\"}")).hasStatus(404);
        assertThat(other.delete(INVITATIONS + "/" + invited.read("$.id"))).hasStatus(404);
    }

    private MemberCaller secondAdmin() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        assertThat(api.patch(path(viewer), "{\"role\": \"admin\"}")).hasStatusOk();
        return viewer;
    }

    private DocumentContext invite(String email, String role) {
        MvcTestResult answer =
                api.post(MEMBERS, "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role));
        assertThat(answer).hasStatus(201);
        return TestApi.json(answer);
    }

    private TestApi key(Scope... scopes) {
        var key = keys.issue(tenant.id(), "narrow", Set.of(scopes), null);
        return new TestApi(web, new TestTenant(tenant.id(), key.secret()));
    }

    private static String path(MemberCaller member) {
        return MEMBERS + "/" + member.accountId();
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static void assertCode(MvcTestResult answer, String code) {
        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo(code);
    }
}
