package io.muster.server.demo;

import io.muster.server.access.KeySecret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The demo as a program that knows nothing but the address and a key.
final class DemoApi {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final RestClient http;
    private final Clock clock;

    DemoApi(URI server, KeySecret key, JsonMapper json, Clock clock) {
        // A program reads what it knows, and is not put out by more.
        JsonMapper lenient =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.http =
                RestClient.builder()
                        .baseUrl(server.resolve("/api/v1").toString())
                        .defaultHeaders(headers -> headers.setBearerAuth(key.text()))
                        .configureMessageConverters(converters ->
                                converters
                                        .registerDefaults()
                                        .withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(lenient)))
                        .build();
        this.clock = clock;
    }

    record Imported(
            UUID id,
            long number,
            String status,
            ImportedFile file,
            Counts result,
            @Nullable String failureReason,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        boolean isWaiting() {
            return status.equals("uploaded");
        }

        boolean isOver() {
            return switch (status) {
                case "completed", "failed", "cancelled" -> true;
                default -> false;
            };
        }
    }

    record ImportedFile(String name, long size) {}

    record Reviewed(
            String state,
            long total,
            long created,
            long updated,
            long unchanged,
            long skipped,
            long failed,
            long warnings,
            List<Remark> issues) {

        Counts counts() {
            return new Counts(total, created, updated, unchanged, skipped, failed, 0, warnings);
        }
    }

    private record Page<T>(List<T> items, @Nullable String next) {}

    private record Row(List<RowRemark> info) {}

    private record RowRemark(String code, @Nullable String field) {}

    /// The first import of a file with this name, if there was one.
    Optional<Imported> find(String fileName) {
        return pages("/imports?", new ParameterizedTypeReference<Page<Imported>>() {}).stream()
                .filter(one -> one.file().name().equals(fileName))
                .reduce((newer, older) -> older);
    }

    Imported upload(Resource file) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", file);
        return answer(http.post().uri("/imports").body(form).retrieve().body(Imported.class));
    }

    /// Maps by the suggestions; columns that fit no field become custom fields.
    void mapAsSuggested(UUID id) {
        http.put()
                .uri("/imports/{id}/mapping", id)
                .body(Map.of("options", Map.of("auto_create_fields", true)))
                .retrieve()
                .toBodilessEntity();
    }

    Reviewed review(UUID id) {
        post(id, "review");
        return waitFor(
                () -> reviewed(id),
                review -> review.state().equals("done") || review.state().equals("failed"));
    }

    Reviewed reviewed(UUID id) {
        return answer(http.get().uri("/imports/{id}/review", id).retrieve().body(Reviewed.class));
    }

    Imported run(UUID id) {
        post(id, "start");
        return finished(id);
    }

    Imported finished(UUID id) {
        return waitFor(
                () -> answer(http.get().uri("/imports/{id}", id).retrieve().body(Imported.class)),
                Imported::isOver);
    }

    /// What was remarked about the rows, counted row by row.
    List<Remark> remarks(UUID id) {
        List<Remark> remarks = new ArrayList<>();
        for (String result : List.of("warning", "failure")) {
            String rows = "/imports/" + id + "/rows?result=" + result + "&";
            pages(rows, new ParameterizedTypeReference<Page<Row>>() {})
                    .forEach(row ->
                            row.info()
                                    .forEach(info ->
                                            remarks.add(new Remark(info.code(), info.field(), 1))));
        }
        return Remark.tally(remarks);
    }

    private void post(UUID id, String what) {
        http.post()
                .uri("/imports/{id}/{what}", id, what)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .retrieve()
                .toBodilessEntity();
    }

    private <T> List<T> pages(String path, ParameterizedTypeReference<Page<T>> type) {
        List<T> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String query = cursor.isEmpty() ? "limit=200" : "limit=200&cursor=" + cursor;
            Page<T> page = answer(http.get().uri(path + query).retrieve().body(type));
            items.addAll(page.items());
            cursor = page.next();
        }
        return items;
    }

    private <T> T waitFor(Supplier<T> look, Predicate<T> done) {
        Instant deadline = clock.instant().plus(LONGEST_WAIT);
        T seen = look.get();
        while (!done.test(seen)) {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("Nothing came of it in " + LONGEST_WAIT);
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            seen = look.get();
        }
        return seen;
    }

    private static <T> T answer(@Nullable T body) {
        if (body == null) {
            throw new IllegalStateException("The server answered with nothing");
        }
        return body;
    }
}
