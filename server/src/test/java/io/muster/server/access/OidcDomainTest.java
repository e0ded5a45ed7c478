package io.muster.server.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestProvider;
import io.muster.server.TestProvider.Person;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.tenants.TenantId;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Everybody of the operator's domain comes in, where the operator wants them.
@ServerTest
@TestPropertySource(
        properties = {
            "muster.oidc.allowed-domain=Example.com",
            "muster.oidc.default-role=operator",
            "muster.oidc.tenant=" + OidcDomainTest.HOME
        })
class OidcDomainTest {
    static final String HOME = "019a0000-0000-7000-8000-000000000001";
    private static final TestProvider PROVIDER = TestProvider.start();

    @Autowired MockMvcTester web;
    @Autowired NewTenants newTenants;
    @Autowired TestTenants tenants;
    @Autowired MemberChanges changes;
    @Autowired Members members;

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void theDomainLeadsHomeAndNowhereElse() {
        TenantId home = TenantId.parse(HOME);
        newTenants.create(home, "Home");
        TestTenant other = tenants.create();
        String link = invited(other, "ada@example.com");

        var ada = new TestBrowser(web);
        assertThat(comeBack(ada, "ada@example.com")).hasRedirectedUrl("/");
        assertThat(ada.html("/account")).contains("Home", "Operator");

        // An invitation from elsewhere does not keep anybody from their own tenant.
        var bob = new TestBrowser(web);
        bob.post(invited(other, "bob@example.com") + "/elsewhere", Map.of());
        assertThat(comeBack(bob, "bob@example.com")).hasRedirectedUrl("/");
        assertThat(bob.html("/account")).contains("Home", "Tenant " + other.id());

        ada.post(link + "/member", Map.of());
        assertThat(ada.html("/account")).contains("Home", "Tenant " + other.id());

        for (String email : new String[] {"eve@notexample.com", "eve@example.com.evil.example"}) {
            assertThat(comeBack(new TestBrowser(web), email))
                    .as(email)
                    .hasRedirectedUrl("/sign-in?error=unknown");
        }

        var carl = new TestBrowser(web);
        assertThat(comeBack(carl, "carl@example.com")).hasRedirectedUrl("/");
        MemberCaller gone =
                members.all(home).stream()
                        .filter(member -> member.email().startsWith("carl"))
                        .findFirst()
                        .orElseThrow();
        changes.remove(tenants.member(home, Role.ADMIN), gone.accountId());
        assertThat(comeBack(carl, "carl@example.com")).hasRedirectedUrl("/sign-in?error=unknown");
    }

    @Test
    void aHalfSetProviderKeepsTheServerFromStarting() {
        assertThatThrownBy(() ->
                        new OidcProperties(
                                "https://login.example.com",
                                "muster",
                                " ",
                                "Sign in",
                                null,
                                Role.VIEWER,
                                null))
                .hasMessageContaining("client-secret");
    }

    private String invited(TestTenant by, String email) {
        MvcTestResult answer =
                new TestApi(web, by)
                        .post(
                                "/api/v1/members",
                                "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(email));
        assertThat(answer).hasStatus(201);
        return URI.create(TestApi.json(answer).read("$.link")).getPath();
    }

    private static MvcTestResult comeBack(TestBrowser browser, String email) {
        MvcTestResult sent = browser.get("/sign-in/with/oidc");
        URI question = URI.create(requireNonNull(sent.getResponse().getRedirectedUrl()));
        URI answer = PROVIDER.signIn(question, new Person(email, "Somebody", true));
        return browser.get(answer.getRawPath() + "?" + answer.getRawQuery());
    }
}
