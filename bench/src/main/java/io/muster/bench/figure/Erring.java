package io.muster.bench.figure;

import io.muster.bench.Finding;
import io.muster.bench.Times.Work;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The rows that kept out of a large import: how long it takes to see why, and any page of them.
public final class Erring {
    private static final double ALLOWED = 0.1;
    private static final int ASKED = 60;

    private static final List<String> FILTERS =
            List.of(
                    "result=failed",
                    "code=INVALID_EMAIL&field=email",
                    "code=INVALID_PHONE&field=phone",
                    "result=updated");

    private final Bed bed;

    public Erring(Bed bed) {
        this.bed = bed;
    }

    public List<Finding> measure() throws Exception {
        SampleFile file = bed.large(Edition.ORIGINAL);
        try (MusterServer server = bed.freshServer("erring")) {
            Api api = server.api();
            String path = "/api/v1/imports/" + api.imported(file.path());
            List<Work> facets = new ArrayList<>();
            List<Work> pages = new ArrayList<>();
            for (String filter : FILTERS) {
                var next = new AtomicReference<>("");
                for (int i = 0; i < ASKED / FILTERS.size(); i++) {
                    facets.add(() -> api.get(path + "/issues"));
                    pages.add(() -> next.set(page(api, path + "/rows?limit=100&" + filter, next)));
                }
            }
            return List.of(
                    Latencies.measure(
                            "reasons of all rows of an import, by field, with counts and examples",
                            ALLOWED,
                            facets),
                    Latencies.measure(
                            "page of 100 rows of an import by result or by reason, one after the other",
                            ALLOWED,
                            pages));
        }
    }

    /// @return what the next page is asked for by
    private static String page(Api api, String path, AtomicReference<String> from)
            throws Exception {
        String next = api.get(path + from.get()).path("next").asString("");
        return next.isEmpty() ? "" : "&cursor=" + next;
    }
}
