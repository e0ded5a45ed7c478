package io.muster.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.TestDatabase;
import io.muster.server.TestFiles;
import io.muster.server.TestTenants;
import io.muster.server.platform.MusterProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What only a real connection shows: when the server stops reading, cookies over https, and errors
/// that never reach a controller. The limit for files is set to 100,000 bytes.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"muster.limits.file=100000B", "muster.base-url=https://muster.example"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class ConnectionTest {
    private static final String CONTINUE = "HTTP/1.1 100";
    private static final long UPLOAD = 100_000 + BodyLimits.ENVELOPE;

    private final HttpClient client = HttpClient.newHttpClient();
    @Autowired TestTenants tenants;
    @Autowired MusterProperties properties;
    @LocalServerPort int port;

    @Test
    void aBodyOfADeclaredLengthOverTheLimitIsRefusedUnread() throws IOException {
        assertThat(announce("application/json", BodyLimits.JSON + 1))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "urn:muster:problem:too-large");
        assertThat(announce("multipart/form-data; boundary=x", UPLOAD + 1))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aBodyWithinTheLimitIsCalledFor() throws IOException {
        assertThat(announce("application/json", BodyLimits.JSON)).isEqualTo(CONTINUE);
    }

    @Test
    void aStrangersBodyIsNotCalledFor() throws IOException {
        assertThat(announce("application/json", 10, "Bearer wrong")).startsWith("HTTP/1.1 401");
    }

    @Test
    void aBodyOfUnknownLengthEndsAtTheLimit() throws Exception {
        assertThat(
                        post(BodyPublishers.ofInputStream(() -> spaces(BodyLimits.JSON + 1)))
                                .statusCode())
                .isEqualTo(413);
        assertThat(post(BodyPublishers.ofInputStream(() -> spaces(1000))).statusCode())
                .isEqualTo(400);
    }

    /// Closed in order, as by a proxy that gave up, or reset, as by a phone in a tunnel.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUploadThatIsCutOffLeavesNothing(boolean reset) throws Exception {
        TestFiles files = TestFiles.of(properties);
        String bearer = tenants.create().bearer();
        String begun =
                """
                POST /api/v1/imports?start=true HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 90000

                --x
                Content-Disposition: form-data; name="file"; filename="contacts.csv"

                Phone
                """
                        .formatted(bearer)
                        .replace("\n", "\r\n");
        try (var socket = new Socket("localhost", port)) {
            socket.setSoLinger(reset, 0);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write("+14155552600\r\n".repeat(4000).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> files.count() > 0);
        }
        await().until(() -> files.count() == 0);
        var imports =
                send(
                        HttpRequest.newBuilder(uri("/api/v1/imports"))
                                .header("Authorization", bearer)
                                .build());
        assertThat(imports.body()).contains("\"items\":[]");
    }

    @Test
    void aTwistedAddressGetsAProblemToo() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/api/v1//contacts")).build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:muster:problem:malformed");
    }

    @Test
    void redirectsNameNoHost() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/contacts")).build());

        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void overHttpsCookiesAreBoundToTheHost() throws Exception {
        var page = send(HttpRequest.newBuilder(uri("/sign-in")).build());

        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("__Host-muster-")
                                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                                .doesNotContain("Domain="));
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    /// Sends the head of a request that waits to be asked for its body, and reads what comes first.
    private String announce(String type, long length) throws IOException {
        return announce(type, length, tenants.create().bearer());
    }

    private String announce(String type, long length, String bearer) throws IOException {
        String head =
                """
                POST /api/v1/api-keys HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: %s
                Content-Length: %d
                Expect: 100-continue

                """
                        .formatted(bearer, type, length)
                        .replace("\n", "\r\n");
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_000];
            int read = socket.getInputStream().readNBytes(answer, 0, CONTINUE.length());
            if (!CONTINUE.equals(new String(answer, 0, read, StandardCharsets.UTF_8))) {
                read += socket.getInputStream().readNBytes(answer, read, answer.length - read);
            }
            return new String(answer, 0, read, StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        return send(
                HttpRequest.newBuilder(uri("/api/v1/api-keys"))
                        .header("Authorization", tenants.create().bearer())
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static InputStream spaces(long count) {
        return new ByteArrayInputStream(
                " ".repeat((int) count).getBytes(StandardCharsets.US_ASCII));
    }
}
