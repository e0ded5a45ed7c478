package io.muster.bench.figure;

import io.muster.bench.Finding;
import io.muster.bench.Times.Work;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pages of the import log with the counts beside them, when it has ten entries for each row of the
/// large file.
public final class Logging {
    private static final int IMPORTS = 10;
    private static final int ASKED = 10;
    private static final double ALLOWED = 0.05;
    private static final String ALL = "/api/v1/import-log?from=2000-01-01T00:00:00Z&limit=100";

    /// What people narrow the log down by.
    private static final List<String> FILTERS =
            List.of(
                    "",
                    "&result=success",
                    "&result=warning",
                    "&result=failure",
                    "&source=file",
                    "&reason=INVALID_EMAIL:email",
                    "&result=failure&source=file");

    private final Bed bed;

    public Logging(Bed bed) {
        this.bed = bed;
    }

    public List<Finding> measure() throws Exception {
        Path file = bed.large(Edition.ORIGINAL).path();
        try (MusterServer server = bed.freshServer("logging")) {
            Api api = server.api();
            for (int i = 0; i < IMPORTS; i++) {
                api.importFile(file);
                Bed.say("log: %d of %d imports".formatted(i + 1, IMPORTS));
            }
            var contact = api.get("/api/v1/contacts?limit=1").get("items").get(0);
            List<Work> pages = asked(api, FILTERS);
            List<Work> searches =
                    asked(
                            api,
                            List.of(
                                    "&q=%2B" + contact.get("phone").asString().substring(1),
                                    "&q=" + contact.get("email").asString(),
                                    "&q=" + contact.get("last_name").asString()));
            String entries = "%,d entries".formatted(IMPORTS * bed.options().rows());
            return List.of(
                    Latencies.measure(
                            "page of 100 of the import log with exact counts, with and without filters, "
                                    + entries,
                            ALLOWED,
                            pages),
                    Latencies.measure(
                            "search of the import log by phone, email or name, " + entries,
                            ALLOWED,
                            searches));
        }
    }

    private static List<Work> asked(Api api, List<String> filters) {
        List<Work> questions = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            for (String filter : filters) {
                questions.add(() -> api.get(ALL + filter));
            }
        }
        return questions;
    }
}
