package io.muster.bench;

import java.util.List;

/// Takes times.
public final class Times {

    /// Something to be timed.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private Times() {}

    /// In seconds.
    public static double of(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    public static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
