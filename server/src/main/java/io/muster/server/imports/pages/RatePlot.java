package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import java.time.Duration;
import java.util.List;

/// How many rows a second an import has taken since its start, to be drawn as a curve.
///
/// @param rates rows a second in slices of equal length, the oldest first
public record RatePlot(List<Double> rates) {
    static final int SLICES = 40;
    public static final int WIDTH = 1_000;
    public static final int HEIGHT = 100;

    static RatePlot of(List<Long> rows, Duration whole) {
        double seconds = whole.toMillis() / 1_000.0 / rows.size();
        return new RatePlot(rows.stream().map(count -> count / seconds).toList());
    }

    /// The ground under the curve, as SVG writes a path.
    public String area() {
        double top = Math.max(1, highest());
        double step = (double) WIDTH / rates.size();
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        for (int i = 0; i < rates.size(); i++) {
            long y = HEIGHT - Math.round(rates.get(i) / top * HEIGHT);
            path.append(" L%d %d L%d %d".formatted(x(i, step), y, x(i + 1, step), y));
        }
        return path + " L" + WIDTH + " " + HEIGHT + " Z";
    }

    /// The curve in words.
    public String words() {
        return t("plot.rate", Math.round(average()), Math.round(highest()));
    }

    public long peak() {
        return Math.round(highest());
    }

    private static long x(int slice, double step) {
        return Math.round(slice * step);
    }

    private double highest() {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private double average() {
        return rates.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
