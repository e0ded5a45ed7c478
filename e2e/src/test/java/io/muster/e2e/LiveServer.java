package io.muster.e2e;

import io.muster.server.MusterApplication;
import io.muster.server.TestDatabase;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole server on a port of its own, one for all tests of a JVM.
final class LiveServer {
    /// Below which sources leave their files, each tenant's in a folder of its own.
    static final String PULLED = "target/pulled";

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private LiveServer() {}

    /// A tenant of one test, and somebody who may do everything in it.
    record Account(TestTenant tenant, String email) {
        static final String PASSWORD = TestTenants.PASSWORD;

        static Account create() {
            TestTenants tenants = Running.CONTEXT.getBean(TestTenants.class);
            TestTenant tenant = tenants.create();
            return new Account(tenant, tenants.member(tenant.id(), Role.ADMIN).email());
        }

        /// Calls the API with JSON.
        ///
        /// @return the answer's body
        String post(String path, String json) {
            return send(
                    HttpRequest.newBuilder(URI.create(url(path)))
                            .header("Authorization", tenant.bearer())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json))
                            .build());
        }

        /// Uploads a file over the API, and starts the import if asked to.
        String upload(String name, byte[] content, boolean start) {
            String limit = "limit-" + UUID.randomUUID();
            String head =
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                            .formatted(limit, name);
            byte[] body =
                    (head + "\u0000\r\n--" + limit + "--\r\n").getBytes(StandardCharsets.UTF_8);
            int hole = head.getBytes(StandardCharsets.UTF_8).length;
            byte[] whole = new byte[body.length - 1 + content.length];
            System.arraycopy(body, 0, whole, 0, hole);
            System.arraycopy(content, 0, whole, hole, content.length);
            System.arraycopy(body, hole + 1, whole, hole + content.length, body.length - hole - 1);
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            url("/api/v1/imports" + (start ? "?start=true" : ""))))
                            .header("Authorization", tenant.bearer())
                            .header("Content-Type", "multipart/form-data; boundary=" + limit)
                            .POST(BodyPublishers.ofByteArray(whole))
                            .build();
            String answer = send(request);
            var id = ID.matcher(answer);
            if (!id.find()) {
                throw new IllegalStateException(answer);
            }
            return id.group(1);
        }

        private static String send(HttpRequest request) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static String url(String path) {
        return "http://localhost:" + Running.PORT + path;
    }

    /// Starts with the first test that asks.
    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT =
                new SpringApplicationBuilder(MusterApplication.class)
                        .initializers(new TestDatabase.Initializer())
                        .run(
                                "--server.port=0",
                                "--muster.import.batch-rows=500",
                                "--muster.outgoing.networks=127.0.0.1/32",
                                "--muster.pull.folder=" + PULLED,
                                "--muster.pull.quiet=0s");
        static final String PORT =
                CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
    }
}
