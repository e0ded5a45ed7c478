package io.muster.server;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Walks through the pages as a person's browser does: keeps cookies and sends what forms hold.
public final class TestBrowser {
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester web;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public TestBrowser(MockMvcTester web) {
        this.web = web;
    }

    public static TestBrowser signedIn(MockMvcTester web, String email) {
        var browser = new TestBrowser(web);
        browser.post(
                "/sign-in",
                Map.of("email", email, "password", TestTenants.PASSWORD),
                browser.proofOn("/sign-in"));
        return browser;
    }

    public MvcTestResult get(String address) {
        return send(HttpMethod.GET, address, Map.of(), Map.of());
    }

    /// What a script on the page asks for.
    public MvcTestResult fragment(String address) {
        return send(HttpMethod.GET, address, Map.of(), Map.of("HX-Request", "true"));
    }

    /// Sends a form that stands on a page.
    public MvcTestResult submit(String page, String action, Map<String, String> values) {
        return post(action, values, proofOn(page));
    }

    public String html(String address) {
        return body(get(address));
    }

    public static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String action, Map<String, String> values, String proof) {
        var form = new LinkedHashMap<>(values);
        form.put("_csrf", proof);
        return send(HttpMethod.POST, action, form, Map.of());
    }

    private String proofOn(String page) {
        var proof = PROOF.matcher(html(page));
        if (!proof.find()) {
            throw new AssertionError("No form on " + page);
        }
        return proof.group(1);
    }

    private MvcTestResult send(
            HttpMethod method,
            String address,
            Map<String, String> form,
            Map<String, String> headers) {
        var request = web.method(method).uri(URI.create(address));
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        form.forEach(request::param);
        headers.forEach(request::header);
        MvcTestResult result = request.exchange();
        for (Cookie cookie : result.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        return result;
    }
}
