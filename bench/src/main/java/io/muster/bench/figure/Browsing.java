package io.muster.bench.figure;

import io.muster.bench.Finding;
import io.muster.bench.Times.Work;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.MusterServer;
import io.muster.bench.server.Visitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages of contacts and segments, as a person gets them, over all rows of the large file.
public final class Browsing {
    private static final int ASKED = 20;
    private static final double ALLOWED = 0.1;
    private static final double COUNT_ALLOWED = 3;
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    /// What many, one and none are found by: parts of names, and keys.
    private static final List<String> SEARCHES =
            List.of(
                    "/contacts?q=smith",
                    "/contacts?q=Zo%C3%AB+M",
                    "/contacts?q=C-00000007",
                    "/contacts?q=nobody%40mail7.example.com",
                    "/contacts?q=%28212%29+555-0142",
                    "/contacts?q=Xanthippe");

    /// What many, one and none are found by; to the last two no index leads.
    private static final List<String> FILTERS =
            List.of(
                    "/contacts?field.0=company&op.0=contains&value.0=acorn",
                    "/contacts?field.0=tags&op.0=has&value.0=2025&field.1=country&op.1=is&value.1=DE",
                    "/contacts?field.0=created_at&op.0=after&value.0=2020-01-01",
                    "/contacts?field.0=external_id&op.0=is&value.0=C-00000100",
                    "/contacts?field.0=external_id&op.0=starts_with&value.0=C-000001",
                    "/contacts?field.0=city&op.0=is&value.0=Atlantis");

    private static final String SEGMENT =
            """
            {"name": "German customers", "filter": {"all": [
              {"field": "country", "op": "is", "value": "DE"}, {"field": "tags", "op": "has", "value": "customer"}]}}
            """;

    private final Bed bed;

    public Browsing(Bed bed) {
        this.bed = bed;
    }

    public List<Finding> measure() throws Exception {
        try (MusterServer server = bed.freshServer("browsing")) {
            Api api = server.api();
            api.importFile(bed.large(Edition.ORIGINAL).path());
            Visitor visitor = server.visitor();
            String segment =
                    "/segments/" + api.post("/api/v1/segments", SEGMENT).get("id").asString();
            String contact =
                    api.get("/api/v1/contacts?limit=1").get("items").get(0).get("id").asString();
            Work change = () -> touch(api, contact);
            String many = "%,d contacts".formatted(bed.options().rows());
            return List.of(
                    Latencies.measure(
                            "page of the contacts list, one after another, " + many,
                            ALLOWED,
                            walk(visitor)),
                    Latencies.measure(
                            "page of a search of contacts, found or not, " + many,
                            ALLOWED,
                            asked(visitor, SEARCHES)),
                    Latencies.measure(
                            "page of a filtered list of contacts, found or not, " + many,
                            ALLOWED,
                            asked(visitor, FILTERS)),
                    page(visitor, segment, change, many),
                    count(visitor, segment, change, many));
        }
    }

    /// Right after a change, the page says what the count was.
    private static Finding page(Visitor visitor, String segment, Work change, String many)
            throws Exception {
        change.run();
        return Latencies.measure(
                "page of a segment and of all segments, contacts changed since they were counted, "
                        + many,
                ALLOWED,
                asked(visitor, List.of(segment, "/segments")));
    }

    /// What comes after the page.
    private static Finding count(Visitor visitor, String segment, Work change, String many)
            throws Exception {
        Work counted =
                () -> {
                    change.run();
                    visitor.page(segment + "/count");
                };
        return Latencies.measure(
                "exact count of a segment after a change, for which its page does not wait, "
                        + many,
                COUNT_ALLOWED,
                Collections.nCopies(ASKED, counted));
    }

    private static void touch(Api api, String contact) throws Exception {
        api.patch(
                "/api/v1/contacts/" + contact,
                "{\"city\": \"Town %d\"}".formatted(System.nanoTime()));
    }

    private static List<Work> asked(Visitor visitor, List<String> addresses) {
        List<Work> questions = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            for (String address : addresses) {
                questions.add(() -> visitor.page(address));
            }
        }
        return questions;
    }

    private static List<Work> walk(Visitor visitor) {
        String[] next = {"/contacts"};
        return Collections.nCopies(100, () -> next[0] = older(visitor, next[0]));
    }

    private static String older(Visitor visitor, String address)
            throws IOException, InterruptedException {
        Matcher link = OLDER.matcher(visitor.page(address));
        return link.find() ? link.group(1).replace("&amp;", "&") : "/contacts";
    }
}
