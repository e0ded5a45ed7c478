package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Ten rows of one tenant while another's large file is imported.
public final class SmallBesideBig {
    private static final int QUIET_RUNS = 5;
    private static final double ALLOWED = 3;

    private final Bed bed;

    public SmallBesideBig(Bed bed) {
        this.bed = bed;
    }

    public Finding measure() throws Exception {
        try (MusterServer server = bed.freshServer("beside")) {
            Api big = server.api();
            Api small = server.newTenant("Small");
            Path ten = SampleFile.in(bed.options().work(), 10, Edition.ORIGINAL).path();
            big.importFile(bed.small().path());
            small.importFile(ten);
            List<Double> quiet = new ArrayList<>();
            for (int i = 0; i < QUIET_RUNS; i++) {
                quiet.add(Times.of(() -> small.importFile(ten)));
            }
            String id = big.begin(bed.large(Edition.ORIGINAL).path());
            List<Double> beside = new ArrayList<>();
            while (!big.hasEnded(id)) {
                beside.add(Times.of(() -> small.importFile(ten)));
                TimeUnit.MILLISECONDS.sleep(500);
            }
            big.await(id);
            say("ten rows, quiet: " + quiet + ", beside: " + beside);
            double slowest = Collections.max(beside);
            double more = slowest - Times.median(quiet);
            return Finding.limit(
                    "ten-row import of another tenant while %,d rows run"
                            .formatted(bed.options().rows()),
                    "slowest of %d: %s, median %s"
                            .formatted(
                                    beside.size(),
                                    Texts.seconds(slowest),
                                    Texts.seconds(Times.median(beside))),
                    "quiet system, median: " + Texts.seconds(Times.median(quiet)),
                    Texts.seconds(more) + " more",
                    "at most 3 s more",
                    more <= ALLOWED);
        }
    }
}
