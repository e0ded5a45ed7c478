package io.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the figures were measured on.
record Machine(int cores, String memory, String system, String java) {
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    static Machine here() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                installed(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    private static String installed() throws IOException {
        Path info = Path.of("/proc/meminfo");
        if (!Files.exists(info)) {
            return "unknown";
        }
        Matcher total = TOTAL.matcher(Files.readString(info));
        return total.find() ? (Long.parseLong(total.group(1)) >> 20) + " GB" : "unknown";
    }
}
