package io.muster.bench.figure;

import io.muster.bench.Finding;
import io.muster.bench.Times;
import io.muster.bench.Times.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long single answers take: nearly all people wait no longer than for the slowest but one in
/// twenty.
final class Latencies {
    private Latencies() {}

    /// Asks everything twice; until its code is compiled a server is slower, so the second round
    /// counts.
    ///
    /// @param most seconds that the slowest but one in twenty may take
    static Finding measure(String what, double most, List<? extends Work> questions)
            throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            times.clear();
            for (Work question : questions) {
                times.add(Times.of(question));
            }
        }
        double slow = times.stream().sorted().toList().get(times.size() * 95 / 100);
        Finding finding =
                Finding.limit(
                        what,
                        "median " + millis(Times.median(times)),
                        "",
                        "p95 " + millis(slow),
                        "p95 at most " + millis(most),
                        slow <= most);
        Bed.say(what + ": median " + millis(Times.median(times)) + ", p95 " + millis(slow));
        return finding;
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.0f ms", seconds * 1_000);
    }
}
