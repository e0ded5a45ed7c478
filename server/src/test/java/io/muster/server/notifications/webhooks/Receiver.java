package io.muster.server.notifications.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.muster.server.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// A program that gets webhooks, and answers as the test wants.
public final class Receiver implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Manner manner = ok();

    /// How a message is answered.
    public interface Manner {
        void answer(HttpExchange exchange, int earlier) throws IOException;
    }

    /// A message that came.
    public record Got(HttpHeaders headers, String body) {
        public JsonNode json() {
            return Json.tree(body);
        }

        public String type() {
            return json().path("type").asString();
        }

        public String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?for=muster";
    }

    public Receiver answering(Manner wanted) {
        manner = wanted;
        return this;
    }

    public static Manner ok() {
        return always(200, "thanks");
    }

    public static Manner always(int code, String text) {
        return (exchange, earlier) -> send(exchange, code, text);
    }

    /// Refuses the first messages.
    public static Manner after(int refusals) {
        return (exchange, earlier) -> send(exchange, earlier < refusals ? 503 : 204, "");
    }

    public static Manner redirecting(String to) {
        return (exchange, earlier) -> {
            exchange.getResponseHeaders().set("Location", to);
            send(exchange, 307, "");
        };
    }

    /// Takes the message and says nothing.
    public Manner hanging() {
        return (exchange, earlier) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Answers without end.
    public Manner endless() {
        return (exchange, earlier) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = "more and ".getBytes(StandardCharsets.UTF_8);
            while (closing.getCount() > 0) {
                exchange.getResponseBody().write(more);
            }
        };
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    /// Waits until so many messages have come.
    public List<Got> await(int count) {
        Awaitility.await().atMost(LONGEST).until(() -> got.size() >= count);
        return got();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            int earlier;
            synchronized (got) {
                earlier = got.size();
                got.add(new Got(headers, body));
            }
            manner.answer(exchange, earlier);
        }
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
