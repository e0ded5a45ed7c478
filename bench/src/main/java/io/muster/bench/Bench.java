package io.muster.bench;

import io.muster.bench.figure.Bed;
import io.muster.bench.figure.Browsing;
import io.muster.bench.figure.Erring;
import io.muster.bench.figure.Logging;
import io.muster.bench.figure.MemoryGrowth;
import io.muster.bench.figure.Pushing;
import io.muster.bench.figure.Reviewing;
import io.muster.bench.figure.SmallBesideBig;
import io.muster.bench.figure.StartTime;
import io.muster.bench.figure.Writing;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Measures what was asked for, prints the table and writes it down.
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(given, System.getenv("MUSTER_BENCH_DIR"));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        String report = Report.of(options, command(given), measure(options));
        System.out.println(report);
        if (options.only().isEmpty()) {
            Files.createDirectories(options.report().toAbsolutePath().getParent());
            Files.writeString(options.report(), report);
        }
    }

    private static List<Finding> measure(Options options) throws Exception {
        Bed bed = new Bed(options);
        List<Finding> findings = new ArrayList<>();
        if (Writing.figures().stream().anyMatch(options::wants)) {
            findings.addAll(new Writing(bed, options::wants).measure());
        }
        if (options.wants("review")) {
            findings.addAll(new Reviewing(bed).measure());
        }
        if (options.wants("contacts")) {
            findings.addAll(new Browsing(bed).measure());
        }
        if (options.wants("errors")) {
            findings.addAll(new Erring(bed).measure());
        }
        if (options.wants("log")) {
            findings.addAll(new Logging(bed).measure());
        }
        if (options.wants("push")) {
            findings.add(new Pushing(bed).measure());
        }
        if (options.wants("memory")) {
            findings.add(new MemoryGrowth(bed).measure());
        }
        if (options.wants("small-beside-big")) {
            findings.add(new SmallBesideBig(bed).measure());
        }
        if (options.wants("start")) {
            findings.add(new StartTime(bed).measure());
        }
        return findings;
    }

    private static String command(List<String> arguments) {
        return ("./muster bench " + String.join(" ", arguments)).strip();
    }
}
