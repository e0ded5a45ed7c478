package io.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A wait for the end of an import, over a line on which anything may happen.
class PollingTest {
    private static final String RUNNING = "{\"status\": \"processing\"}";
    private static final String DONE = "{\"status\": \"completed\"}";

    /// What the server has to say, in this order; the last of it again and again.
    private final Deque<Answer> answers = new ArrayDeque<>();

    private final List<String> shown = new ArrayList<>();
    private HttpServer server;
    private Api api;

    private record Answer(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api = new Api(URI.create("http://localhost:" + server.getAddress().getPort()), "mst_key");
    }

    @AfterEach
    void close() {
        api.close();
        server.stop(0);
    }

    @Test
    void aServerThatIsAwayForAWhileIsWaitedFor() throws InterruptedException {
        answers.add(new Answer(200, RUNNING));
        answers.add(new Answer(503, ""));
        answers.add(new Answer(429, "{\"detail\": \"Slow down.\"}"));
        answers.add(new Answer(200, DONE));

        assertThat(await(Duration.ofMinutes(1)).path("status").asString()).isEqualTo("completed");
        assertThat(shown).containsExactly("processing");
    }

    @Test
    void oneThatStaysAwayIsNot() {
        answers.add(new Answer(503, "{\"detail\": \"Muster is being started.\"}"));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> await(Duration.ofMillis(1)))
                .withMessage("Muster is being started. (HTTP 503)")
                .returns(Exit.UNREACHABLE, ApiException::exit);
    }

    @Test
    void whatIsRefusedIsNotAskedAgain() {
        answers.add(new Answer(404, "{\"detail\": \"There is no such import.\"}"));
        answers.add(new Answer(200, DONE));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> await(Duration.ofMinutes(1)))
                .withMessage("There is no such import. (HTTP 404)")
                .returns(Exit.REFUSED, ApiException::exit);
    }

    private JsonNode await(Duration away) throws InterruptedException {
        return new Polling(away)
                .until(
                        state -> state.path("status").asString().equals("completed"),
                        () -> api.importOf("some"),
                        state -> shown.add(state.path("status").asString()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer next = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
