package io.muster.bench.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person with a browser, who has signed in.
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI address;

    Visitor(URI address, String email, String password) throws IOException, InterruptedException {
        this.address = address;
        Matcher token = TOKEN.matcher(page("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The page to sign in has no token");
        }
        String form =
                "_csrf=%s&email=%s&password=%s"
                        .formatted(encoded(token.group(1)), encoded(email), encoded(password));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(address.resolve("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new IllegalStateException("Nobody could sign in: " + answer.statusCode());
        }
    }

    /// A whole page.
    ///
    /// @throws IllegalStateException when there is none
    public String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(address.resolve(path)).build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
