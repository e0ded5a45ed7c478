package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A review of a whole file, beside nothing but parsing it and normalising its phone numbers; and
/// how long any page of its rows takes.
public final class Reviewing {
    private static final int PAGES = 100;
    private static final int PAGE_ROWS = 100;
    private static final double ALLOWED = 0.1;

    /// Each finds some rows of a hundred, here and there in the file.
    private static final List<String> FILTERS =
            List.of(
                    "",
                    "&problems=true",
                    "&action=created",
                    "&action=none",
                    "&code=INVALID_EMAIL&field=email");

    private final Bed bed;

    public Reviewing(Bed bed) {
        this.bed = bed;
    }

    public List<Finding> measure() throws Exception {
        SampleFile file = bed.large(Edition.ORIGINAL);
        List<Double> reviews = new ArrayList<>();
        List<Double> parses = new ArrayList<>();
        try (MusterServer server = bed.freshServer("reviewing")) {
            Api api = server.api();
            // The first review of a server is slow until its code is compiled.
            api.review(api.uploadOnly(bed.small().path()));
            PhoneParse.run(bed.small());
            String id = api.uploadOnly(file.path());
            for (int round = 0; round < bed.options().rounds(); round++) {
                api.map(id);
                reviews.add(Times.of(() -> api.review(id)));
                parses.add(Times.of(() -> PhoneParse.run(file)));
            }
            say("review: " + reviews + ", parse and phones: " + parses);
            return List.of(speed(file, reviews, parses), pages(file, api, id));
        }
    }

    private static Finding speed(SampleFile file, List<Double> reviews, List<Double> parses) {
        return Finding.ratio(
                "review (dry run)",
                Texts.runs("", reviews, file.rows()),
                Texts.runs(
                        "FastCSV parse and phone numbers by libphonenumber, all cores:",
                        parses,
                        file.rows()),
                Times.median(parses) / Times.median(reviews),
                0.7);
    }

    private static Finding pages(SampleFile file, Api api, String id) throws Exception {
        Random random = new Random(1);
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            times.clear();
            for (int i = 0; i < PAGES; i++) {
                String filter = FILTERS.get(i % FILTERS.size());
                long from = 1 + random.nextLong(file.rows());
                times.add(Times.of(() -> api.reviewRows(id, filter, from, PAGE_ROWS)));
            }
        }
        double slow = times.stream().sorted().toList().get(PAGES * 95 / 100);
        return Finding.limit(
                "page of %d reviewed rows, anywhere in the file, with and without filters"
                        .formatted(PAGE_ROWS),
                "median %s".formatted(millis(Times.median(times))),
                "",
                "p95 " + millis(slow),
                "p95 at most 100 ms",
                slow <= ALLOWED);
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.0f ms", seconds * 1_000);
    }
}
