package io.muster.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A person's browser, as far as the server can tell: keeps cookies and sends forms.
public final class TestBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester web;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public TestBrowser(MockMvcTester web) {
        this.web = web;
    }

    /// A browser of somebody who has just signed in.
    public static TestBrowser signedIn(MockMvcTester web, String email) {
        var browser = new TestBrowser(web);
        assertThat(browser.signIn(email, TestTenants.PASSWORD)).hasRedirectedUrl("/");
        return browser;
    }

    public MvcTestResult signIn(String email, String password) {
        return post("/sign-in", Map.of("email", email, "password", password));
    }

    public MvcTestResult get(String path) {
        return send(web.get().uri(URI.create(path)));
    }

    public String html(String path) {
        return text(get(path));
    }

    /// What a script on the page asks for.
    public MvcTestResult fragment(String path) {
        return send(web.get().uri(URI.create(path)).header("HX-Request", "true"));
    }

    /// Sends a form with a fresh token.
    public MvcTestResult post(String path, Map<String, String> fields) {
        var request = web.post().uri(path).param("_csrf", token());
        fields.forEach((name, value) -> request.param(name, value));
        return send(request);
    }

    /// A request with the browser's cookies; keeps those that come back.
    public MvcTestResult send(MockMvcRequestBuilder request) {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MvcTestResult result = request.exchange();
        for (Cookie cookie : result.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return result;
    }

    /// The proof that a form comes from a page of ours.
    public String token() {
        var found = TOKEN.matcher(text(get("/sign-in")));
        assertThat(found.find()).as("a form with a token").isTrue();
        return requireNonNull(found.group(1));
    }

    public Cookie cookie(String name) {
        return requireNonNull(cookies.get(name), name);
    }

    public Set<String> cookieNames() {
        return cookies.keySet();
    }

    /// Plants a cookie.
    public void keep(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    public static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
