package io.muster.server.access.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServerTest
class SignInPageTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;

    @Test
    void leadsInAndOut() {
        var tenant = tenants.create();
        var browser = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.ADMIN).email());

        assertThat(browser.html("/contacts")).contains("Some admin", "Tenant " + tenant.id());

        assertThat(browser.post("/sign-out", Map.of()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/sign-in?signed_out");
        assertThat(browser.html("/sign-in?signed_out")).contains("You are signed out.");
        assertThat(browser.get("/contacts")).hasStatus3xxRedirection();
    }

    @Test
    void saysThatAWrongPasswordDoesNotMatch() {
        var browser = new TestBrowser(web);

        assertThat(browser.post("/sign-in", Map.of("email", "a@b.example", "password", "x")))
                .hasRedirectedUrl("/sign-in?error");
        assertThat(browser.html("/sign-in?error")).contains("do not match", "role=\"alert\"");
    }

    @Test
    void keepsTheThemeInACookieAndGoesBack() {
        var browser = new TestBrowser(web);

        assertThat(browser.html("/sign-in")).contains("data-theme=\"system\"");
        assertThat(browser.post("/theme", Map.of("theme", "dark", "back", "/sign-in?error")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .headers()
                .hasValue(HttpHeaders.LOCATION, "/sign-in?error");
        assertThat(browser.html("/sign-in"))
                .contains("data-theme=\"dark\" data-bs-theme=\"dark\"")
                .contains("value=\"dark\" aria-pressed=\"true\"");
    }

    @Test
    void neverLeadsAway() {
        var browser = new TestBrowser(web);
        for (String back :
                new String[] {
                    "//evil.example", "https://evil.example", "/\\evil.example", "/\t/x"
                }) {
            assertThat(browser.post("/theme", Map.of("theme", "dark", "back", back)))
                    .headers()
                    .hasValue(HttpHeaders.LOCATION, "/");
        }
    }

    @Test
    void servesItsAssetsForEver() {
        String html = new TestBrowser(web).html("/sign-in");
        var links =
                java.util.regex.Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"")
                        .matcher(html);
        int found = 0;
        while (links.find()) {
            found++;
            assertThat(web.get().uri(links.group(1)).exchange())
                    .hasStatusOk()
                    .headers()
                    .hasValue(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        }
        assertThat(found).isEqualTo(6);
    }
}
