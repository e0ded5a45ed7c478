package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.Times.Work;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A review of a whole file, beside nothing but parsing it and normalising its phone numbers; and
/// how long any page of its rows takes, and any edit of one.
public final class Reviewing {
    private static final int PAGES = 100;
    private static final int PAGE_ROWS = 100;
    private static final double PAGE_ALLOWED = 0.1;
    private static final int EDITS = 100;
    private static final double EDIT_ALLOWED = 0.3;
    private static final int FIRST_NAME = 3;

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
            String id = api.uploadOnly(file.path());
            // Until its code is compiled a server is slower; on both sides the first round does not
            // count.
            say("review, cold: " + Times.of(() -> api.review(id)));
            PhoneParse.run(file);
            for (int round = 0; round < bed.options().rounds(); round++) {
                api.map(id);
                reviews.add(Times.of(() -> api.review(id)));
                parses.add(Times.of(() -> PhoneParse.run(file)));
            }
            say("review: " + reviews + ", parse and phones: " + parses);
            return List.of(
                    speed(file, reviews, parses), pages(file, api, id), edits(file, api, id));
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
        List<Work> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            String filter = FILTERS.get(i % FILTERS.size());
            long from = 1 + random.nextLong(file.rows());
            pages.add(() -> api.reviewRows(id, filter, from, PAGE_ROWS));
        }
        return Latencies.measure(
                "page of %d reviewed rows, anywhere in the file, with and without filters"
                        .formatted(PAGE_ROWS),
                PAGE_ALLOWED,
                pages);
    }

    /// The second round builds upon the steps of the first.
    private static Finding edits(SampleFile file, Api api, String id) throws Exception {
        Random random = new Random(2);
        AtomicInteger names = new AtomicInteger();
        List<Work> edits = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            long row = 1 + random.nextLong(file.rows());
            edits.add(() -> api.edit(id, row, FIRST_NAME, "Edited " + names.incrementAndGet()));
        }
        return Latencies.measure(
                "edit of a cell of the review, anywhere in the file, the counts included",
                EDIT_ALLOWED,
                edits);
    }
}
