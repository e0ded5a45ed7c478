package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import io.muster.bench.server.ServerMemory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// What a large import keeps in memory more than a small one: all garbage is collected again and
/// again while they run, and the most that ever remained is compared.
public final class MemoryGrowth {
    private static final long ALLOWED = 20L << 20;

    private final Bed bed;

    public MemoryGrowth(Bed bed) {
        this.bed = bed;
    }

    public Finding measure() throws Exception {
        try (MusterServer server = bed.freshServer("memory")) {
            SampleFile file = bed.large(Edition.ORIGINAL);
            peak(server, bed.small());
            server.postgres().empty("muster");
            long small = peak(server, bed.small());
            server.postgres().empty("muster");
            long large = peak(server, file);
            ServerMemory memory = server.memory();
            say("live heap: " + (small >> 20) + " MB, then " + (large >> 20) + " MB");
            return Finding.limit(
                    "memory, `%s`".formatted(MusterServer.HEAP),
                    "%,d rows: at most %s of live heap; peak resident memory of the process %s"
                            .formatted(
                                    file.rows(),
                                    Texts.megabytes(large),
                                    Texts.megabytes(memory.peakResident())),
                    "%,d rows: at most %s"
                            .formatted(bed.options().smallRows(), Texts.megabytes(small)),
                    Texts.megabytes(large - small) + " more",
                    "at most 20 MB more",
                    large - small <= ALLOWED);
        }
    }

    private static long peak(MusterServer server, SampleFile file)
            throws IOException, InterruptedException {
        Api api = server.api();
        ServerMemory memory = server.memory();
        String id = api.begin(file.path());
        long peak = memory.liveHeap();
        while (!api.hasEnded(id)) {
            peak = Math.max(peak, memory.liveHeap());
            TimeUnit.MILLISECONDS.sleep(200);
        }
        api.await(id);
        return peak;
    }
}
