package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.Directory;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A review of a whole file, beside nothing but parsing it and normalising its phone numbers.
final class Reviewing {
    private static final int CHUNK = 5_000;
    private static final int CHUNKS_AHEAD = 8;
    private static final int PHONE = 1;

    private final Bed bed;
    private final CellRule phones =
            new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY))
                    .of(StandardField.PHONE);

    Reviewing(Bed bed) {
        this.bed = bed;
    }

    Finding measure(MusterServer server) throws Exception {
        SampleFile file = bed.large(Edition.ORIGINAL);
        Api api = server.api();
        String id = api.uploadOnly(file.path());
        List<Double> reviews = new ArrayList<>();
        List<Double> parses = new ArrayList<>();
        parse(bed.small());
        for (int round = 0; round < bed.options().rounds(); round++) {
            reviews.add(Times.of(() -> api.review(id)));
            parses.add(Times.of(() -> parse(file)));
        }
        say("review: " + reviews + ", parse and phones: " + parses);
        return Finding.ratio(
                "review (dry run)",
                Texts.runs("", reviews, file.rows()),
                Texts.runs(
                        "FastCSV parse and phone normalisation, all cores:", parses, file.rows()),
                Times.median(parses) / Times.median(reviews),
                0.7);
    }

    private void parse(SampleFile file) throws IOException, InterruptedException {
        Semaphore room = new Semaphore(CHUNKS_AHEAD);
        try (ExecutorService pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file.path())) {
            List<String> chunk = new ArrayList<>(CHUNK);
            for (CsvRecord row : reader) {
                chunk.add(row.getField(PHONE));
                if (chunk.size() == CHUNK) {
                    List<String> full = chunk;
                    chunk = new ArrayList<>(CHUNK);
                    room.acquire();
                    pool.execute(() -> {
                        full.forEach(phones::read);
                        room.release();
                    });
                }
            }
            chunk.forEach(phones::read);
        }
    }
}
