package io.muster.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server holds in memory, seen from outside.
public final class ServerMemory {
    private static final Pattern FULL_COLLECTION =
            Pattern.compile("Pause Full \\(Diagnostic Command\\) \\d+M->(\\d+)M");
    private static final Pattern PEAK_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final long pid;
    private final Path gcLog;

    ServerMemory(long pid, Path gcLog) {
        this.pid = pid;
        this.gcLog = gcLog;
    }

    /// What is in use once all garbage is gone, in bytes, to the megabyte. Slows the server down.
    public long liveHeap() throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        jcmd.waitFor();
        List<String> log = Files.readAllLines(gcLog);
        for (String line : log.reversed()) {
            Matcher collection = FULL_COLLECTION.matcher(line);
            if (collection.find()) {
                return Long.parseLong(collection.group(1)) << 20;
            }
        }
        throw new IllegalStateException("No full collection stands in " + gcLog);
    }

    /// The most memory that the process ever had, in bytes; 0 where the system does not tell.
    public long peakResident() throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher peak = PEAK_RESIDENT.matcher(Files.readString(status));
        return peak.find() ? Long.parseLong(peak.group(1)) << 10 : 0;
    }
}
