package io.muster.bench.figure;

import io.muster.bench.Finding;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Clients that push new contacts to a source, each waiting for its answer before it sends more.
public final class Pushing {
    private static final int CLIENTS = 10;
    private static final int AT_ONCE = 100;
    private static final long SECONDS = 15;
    private static final double WANTED = 2_000;

    private final Bed bed;
    private final AtomicLong contacts = new AtomicLong();

    public Pushing(Bed bed) {
        this.bed = bed;
    }

    public Finding measure() throws Exception {
        try (MusterServer server = bed.freshServer("pushing")) {
            Api api = server.api();
            api.post("/api/v1/sources", "{\"key\": \"forms\", \"name\": \"Forms\"}");
            // Until its code is compiled a server is slower.
            rate(api, AT_ONCE);
            double many = rate(api, AT_ONCE);
            double single = rate(api, 1);
            Bed.say("push: %.0f contacts/s in hundreds, %.0f one by one".formatted(many, single));
            return Finding.limit(
                    "push of new contacts by %d clients".formatted(CLIENTS),
                    String.format(
                            Locale.ROOT, "one by one %,.0f contacts/s, each on the disk", single),
                    "",
                    String.format(Locale.ROOT, "%,.0f contacts/s in hundreds", many),
                    String.format(Locale.ROOT, "at least %,.0f contacts/s", WANTED),
                    many >= WANTED);
        }
    }

    /// @return contacts in a second
    private double rate(Api api, int atOnce) throws Exception {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(
                        clients.submit(() -> {
                            while (System.nanoTime() < end) {
                                api.post("/api/v1/sources/forms/contacts", objects(atOnce));
                                answered.addAndGet(atOnce);
                            }
                            return null;
                        }));
            }
            for (Future<?> client : all) {
                client.get();
            }
        }
        return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    private String objects(int count) {
        long first = contacts.getAndAdd(count);
        return LongStream.range(first, first + count)
                .mapToObj(n ->
                        """
                        {"phone": "+1415%07d", "email": "person%d@example.org", "first_name": "Ana",
                         "last_name": "Person %d", "external_id": "P-%d", "event_id": "event-%d"}
                        """
                                .formatted(2_000_000 + n, n, n, n, n))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
