package io.muster.engine.field;

import java.util.List;
import java.util.stream.Stream;

/// What stands before the decimals of a column's numbers.
public enum DecimalMark {
    /// Not chosen. Where the values do not tell either, numbers may have neither dot nor comma.
    AUTO,
    DOT,
    COMMA;

    /// Finds the mark of a column by its values, all of them together.
    public static Detected<DecimalMark> detect(List<String> samples) {
        List<String> numbers =
                samples.stream()
                        .filter(text -> DOT.reads(text) || COMMA.reads(text))
                        .filter(text -> !AUTO.reads(text))
                        .toList();
        if (numbers.isEmpty()) {
            return new Detected.Nothing<>();
        }
        List<DecimalMark> fitting =
                Stream.of(DOT, COMMA)
                        .filter(mark -> numbers.stream().allMatch(mark::reads))
                        .toList();
        return switch (fitting.size()) {
            case 0 -> new Detected.Contradiction<>();
            case 1 -> new Detected.Found<>(fitting.getFirst());
            default -> new Detected.Ambiguous<>(numbers.getFirst());
        };
    }

    private boolean reads(String text) {
        return NumberText.read(text, this) != null;
    }
}
