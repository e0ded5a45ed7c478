package io.muster.bench.figure;

import static io.muster.bench.figure.Bed.say;

import io.muster.bench.Finding;
import io.muster.bench.Texts;
import io.muster.bench.Times;
import io.muster.bench.database.PgLoader;
import io.muster.bench.database.Postgres;
import io.muster.bench.database.RawCopy;
import io.muster.bench.database.RowUpsert;
import io.muster.bench.database.SetUpdate;
import io.muster.bench.database.WrittenRows;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.Api;
import io.muster.bench.server.ImportEnd;
import io.muster.bench.server.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Imports that write: of a new file, and of the same contacts again. They share one server, so
/// that what is compared runs on the same PostgreSQL, minutes apart.
public final class Writing {
    private static final String NEW = "import of a new file, upload to `completed`";

    private final Bed bed;
    private final Predicate<String> wanted;
    private final List<Double> imports = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public Writing(Bed bed, Predicate<String> wanted) {
        this.bed = bed;
        this.wanted = wanted;
    }

    public static Set<String> figures() {
        return Set.of("new-import", "peers", "re-import");
    }

    public List<Finding> measure() throws Exception {
        try (MusterServer server = bed.freshServer("writing")) {
            Postgres postgres = server.postgres();
            postgres.createPeers();
            // The first import of a server is slow until its code is compiled.
            server.api().importFile(bed.large(Edition.ORIGINAL).path());
            turns(server, postgres);
            if (wanted.test("re-import")) {
                again(server, postgres);
            }
            if (wanted.test("peers")) {
                peers(postgres);
            }
        }
        return findings;
    }

    private void turns(MusterServer server, Postgres postgres) throws Exception {
        SampleFile file = bed.large(Edition.ORIGINAL);
        List<Double> copies = new ArrayList<>();
        for (int round = 1; round <= bed.options().rounds(); round++) {
            postgres.empty(Postgres.APP);
            ImportEnd[] end = new ImportEnd[1];
            imports.add(Times.of(() -> end[0] = server.api().importFile(file.path())));
            say("import, round " + round + ": " + Texts.seconds(imports.getLast()) + " " + end[0]);
            WrittenRows rows = WrittenRows.ofLastImport(postgres, bed.folder("rows"));
            copies.add(new RawCopy(postgres, rows).run());
            say("raw COPY, round " + round + ": " + Texts.seconds(copies.getLast()));
        }
        findings.add(
                Finding.ratio(
                        NEW,
                        Texts.runs("", imports, file.rows()),
                        Texts.runs(
                                "raw `COPY` of the same contacts, log and deliveries:",
                                copies,
                                file.rows()),
                        Times.median(copies) / Times.median(imports),
                        0.8));
    }

    private void again(MusterServer server, Postgres postgres) throws Exception {
        Api api = server.api();
        SampleFile file = bed.large(Edition.ORIGINAL);
        SampleFile changed = bed.large(Edition.OTHER_COMPANIES);
        postgres.settle();
        double unchanged = Times.of(() -> api.importFile(file.path()));
        say("re-import, nothing changed: " + Texts.seconds(unchanged));
        findings.add(
                Finding.ratio(
                        "re-import, nothing changed",
                        Texts.runs("", List.of(unchanged), file.rows()),
                        "import of the new file: " + Texts.seconds(Times.median(imports)),
                        Times.median(imports) / unchanged,
                        2));
        postgres.analyze(Postgres.APP);
        double updated = Times.of(() -> api.importFile(changed.path()));
        say("re-import, every row an update: " + Texts.seconds(updated));
        WrittenRows rows = WrittenRows.ofLastImport(postgres, bed.folder("changed-rows"));
        double set = new SetUpdate(postgres, rows).run();
        say("UPDATE … FROM: " + Texts.seconds(set));
        findings.add(
                Finding.ratio(
                        "re-import, every row an update",
                        Texts.runs("", List.of(updated), file.rows()),
                        Texts.runs(
                                "`UPDATE … FROM` of the same contacts, and their log:",
                                List.of(set),
                                file.rows()),
                        set / updated,
                        0.7));
    }

    private void peers(Postgres postgres) throws Exception {
        SampleFile file = bed.large(Edition.ORIGINAL);
        if (PgLoader.isInstalled()) {
            // It sends all others again and again for each row that breaks an index.
            SampleFile once = bed.large(Edition.EACH_ONCE);
            double loader = new PgLoader(postgres, once, bed.options().work()).run();
            say("pgloader: " + Texts.seconds(loader));
            findings.add(
                    peer(
                            "pgloader, the same CSV unvalidated and without its repeated rows:",
                            loader,
                            2));
        } else {
            findings.add(Finding.skipped(NEW, "pgloader is not installed", "at least 2.00 x"));
        }
        double upsert = new RowUpsert(postgres, file).run();
        say("JDBC upsert: " + Texts.seconds(upsert));
        findings.add(peer("row-by-row JDBC batch upsert:", upsert, 5));
    }

    private Finding peer(String name, double seconds, double atLeast) {
        long rows = bed.options().rows();
        return Finding.ratio(
                NEW,
                Texts.runs("", imports, rows),
                Texts.runs(name, List.of(seconds), rows),
                seconds / Times.median(imports),
                atLeast);
    }
}
