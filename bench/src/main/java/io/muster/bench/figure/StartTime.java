package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.server.MusterServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// From `./muster start` to the first page, with the data folder there.
public final class StartTime {
    private static final double ALLOWED = 5;
    private static final int RUNS = 3;

    private final Bed bed;

    public StartTime(Bed bed) {
        this.bed = bed;
    }

    public Finding measure() throws IOException, InterruptedException {
        bed.freshServer("start").close();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            try (MusterServer server = MusterServer.start(bed.folder("start"))) {
                times.add(server.startSeconds());
            }
        }
        say("start: " + times);
        double median = Times.median(times);
        return Finding.limit(
                "`./muster start` to first page, data folder present",
                "median of %d: %s".formatted(RUNS, Texts.seconds(median)),
                "",
                Texts.seconds(median),
                "under 5 s",
                median < ALLOWED);
    }
}
