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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server that speaks as S3 does, as far as a pull asks: list, get, copy, delete, by path.
final class S3Server implements AutoCloseable {
    private static final String DATE = "2026-05-04T10:00:00.000Z";

    final Map<String, String> objects = new ConcurrentSkipListMap<>();
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
                String from = URLDecoder.decode(copied, StandardCharsets.UTF_8);
                objects.put(key, objects.get(from.substring(from.indexOf("drop/") + 5)) + "");
                send(
                        exchange,
                        200,
                        "<CopyObjectResult><ETag>\"x\"</ETag><LastModified>"
                                + DATE
                                + "</LastModified></CopyObjectResult>");
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            } else {
                send(exchange, 200, objects.get(key) + "");
            }
        }
    }

    private String list(String prefix) {
        String contents =
                objects.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(prefix))
                        .filter(one -> !one.getKey().substring(prefix.length()).contains("/"))
                        .map(one ->
                                "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>\"%s\"</ETag><Size>%d</Size></Contents>"
                                        .formatted(
                                                one.getKey(),
                                                DATE,
                                                Integer.toHexString(one.getValue().hashCode()),
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
        exchange.getResponseHeaders().set("ETag", "\"x\"");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
