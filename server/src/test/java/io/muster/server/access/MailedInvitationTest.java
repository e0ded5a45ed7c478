package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.notifications.MailTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A link that was mailed proves an email; one that somebody else has seen proves nothing.
class MailedInvitationTest extends MailTest {
    private static final Pattern LINK = Pattern.compile("https://muster.example(/join/[\\w-]+)");
    private static final String NEW_PASSWORD = "another set of words";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired JdbcClient jdbc;

    private TestTenant tenant;
    private String email;

    @BeforeEach
    void aTenant() {
        tenant = tenants.create();
        email = "bob@" + tenant.id() + ".example";
    }

    @Test
    void theLinkIsInTheMailAndNowhereElse() throws Exception {
        DocumentContext answer = invite(tenant);

        assertThat(answer.<String>read("$.delivery")).isEqualTo("mailed");
        assertThat(answer.<Object>read("$.link")).isNull();
        assertThat(new TestBrowser(web).html(mailed(tenant))).contains("Tenant " + tenant.id());
    }

    @Test
    void whoeverHasAMailedLinkHasProvedTheirEmail() throws Exception {
        invite(tenant);
        assertThat(new TestBrowser(web).post(mailed(tenant), form(TestTenants.PASSWORD)))
                .hasRedirectedUrl("/sign-in?joined");
        assertThat(proved()).isTrue();

        TestTenant other = tenants.create();
        invite(other);
        assertThat(new TestBrowser(web).post(mailed(other), form(TestTenants.PASSWORD)))
                .hasRedirectedUrl("/sign-in?joined");
    }

    @Test
    void anAccountThatSomebodyElseMadeGetsANewPasswordAndLosesWhatItWas() throws Exception {
        String shown = whileAway(() -> invite(tenant)).read("$.link");
        var maker = new TestBrowser(web);
        assertThat(maker.post(URI.create(shown).getPath(), form(TestTenants.PASSWORD)))
                .hasRedirectedUrl("/sign-in?joined");
        assertThat(proved()).isFalse();
        assertThat(maker.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/");

        TestTenant own = tenants.create();
        invite(own);
        var owner = new TestBrowser(web);
        assertThat(owner.post(mailed(own), form(TestTenants.PASSWORD)))
                .as("a password that somebody else may know")
                .hasStatus(422);
        assertThat(owner.post(mailed(own), form(NEW_PASSWORD))).hasRedirectedUrl("/sign-in?joined");

        assertThat(maker.get("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(maker.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/sign-in?error");
        assertThat(owner.signIn(email, NEW_PASSWORD)).hasRedirectedUrl("/");
        assertThat(owner.html("/account"))
                .contains("Tenant " + own.id())
                .doesNotContain("Tenant " + tenant.id());
    }

    private DocumentContext invite(TestTenant by) {
        var answer =
                new TestApi(web, by)
                        .post(
                                "/api/v1/members",
                                "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(email));
        assertThat(answer).hasStatus(201);
        return TestApi.json(answer);
    }

    /// The path of the link in the newest mail.
    private String mailed(TestTenant by) throws Exception {
        var to = new MemberCaller(by.id(), UUID.randomUUID(), email, "Bob", Role.VIEWER);
        Matcher link = LINK.matcher(part(mailsTo(to).getLast(), 0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private boolean proved() {
        return jdbc.sql("select email_proved_at is not null from account where email = :email")
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    private static Map<String, String> form(String password) {
        return Map.of("name", "Bob", "password", password);
    }
}
