package io.muster.server.sources.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server that speaks as S3 does, as far as a pull asks: list, get, copy, delete, by path.
final class S3Server implements AutoCloseable {
    private static final String DATE = "2026-05-04T10:00:00.000Z";

    final Map<String, String> objects = new ConcurrentSkipListMap<>();

    /// Objects that nobody may read.
    final Set<String> locked = new ConcurrentSkipListSet<>();

    /// What happens when an object was read.
    private volatile Runnable afterwards = () -> {};

    final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    S3Server() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void onceRead(Runnable happens) {
        afterwards = happens;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization") + "");
            exchange.getRequestBody().readAllBytes();
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            String key = path.length > 2 ? path[2] : "";
            String copied = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
            if (!path[1].equals("drop")) {
                send(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>");
            } else if (key.isEmpty()) {
                send(exchange, 200, list(query(exchange, "prefix")));
            } else if (copied != null) {
                String pathOfSource = URLDecoder.decode(copied, StandardCharsets.UTF_8);
                String from = pathOfSource.substring(pathOfSource.indexOf("drop/") + 5);
                if (isOther(exchange, "x-amz-copy-source-if-match", from)) {
                    send(exchange, 412, "<Error><Code>PreconditionFailed</Code></Error>");
                    return;
                }
                objects.put(key, objects.get(from) + "");
                send(
                        exchange,
                        200,
                        "<CopyObjectResult><ETag>\"x\"</ETag><LastModified>"
                                + DATE
                                + "</LastModified></CopyObjectResult>");
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            } else if (!objects.containsKey(key)) {
                send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
            } else if (locked.contains(key)) {
                send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
            } else if (isOther(exchange, "If-Match", key)) {
                send(exchange, 412, "<Error><Code>PreconditionFailed</Code></Error>");
            } else {
                String content = objects.get(key) + "";
                exchange.getResponseHeaders().set("ETag", tag(content));
                if (exchange.getRequestMethod().equals("GET")) {
                    afterwards.run();
                }
                send(exchange, 200, content);
            }
        }
    }

    private boolean isOther(HttpExchange exchange, String condition, String key) {
        String wanted = exchange.getRequestHeaders().getFirst(condition);
        return wanted != null && !wanted.equals(tag(objects.get(key) + ""));
    }

    private static String tag(String content) {
        return '"' + Integer.toHexString(content.hashCode()) + '"';
    }

    private String list(String prefix) {
        String contents =
                objects.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(prefix))
                        .filter(one -> !one.getKey().substring(prefix.length()).contains("/"))
                        .map(one ->
                                "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>%s</ETag><Size>%d</Size></Contents>"
                                        .formatted(
                                                one.getKey(),
                                                DATE,
                                                tag(one.getValue()),
                                                one.getValue()
                                                        .getBytes(StandardCharsets.UTF_8)
                                                        .length))
                        .collect(Collectors.joining());
        return "<ListBucketResult><Name>drop</Name><IsTruncated>false</IsTruncated>"
                + contents
                + "</ListBucketResult>";
    }

    private static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of((query == null ? "" : query).split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part ->
                        URLDecoder.decode(
                                part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", bytes.length + "");
            exchange.sendResponseHeaders(code, -1);
            return;
        }
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
