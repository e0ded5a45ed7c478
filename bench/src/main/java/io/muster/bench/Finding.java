package io.muster.bench;

/// One line of the table: what was measured, beside what, and whether that is enough.
///
/// @param measured and against in words, with their units
/// @param result the number that is compared to the target, in words
/// @param target as the project has set it
public record Finding(
        String figure,
        String measured,
        String against,
        String result,
        String target,
        Verdict verdict) {

    /// Whether a target was reached.
    public enum Verdict {
        REACHED("yes"),
        MISSED("**no**"),
        NOT_MEASURED("not measured");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Verdict of(boolean reached) {
            return reached ? REACHED : MISSED;
        }
    }

    /// How many times as fast as its peer something is, both in seconds.
    public static Finding ratio(
            String figure, String measured, String against, double ratio, double atLeast) {
        return new Finding(
                figure,
                measured,
                against,
                Texts.ratio(ratio),
                "at least " + Texts.ratio(atLeast),
                Verdict.of(ratio >= atLeast));
    }

    /// Something of which less is better.
    public static Finding limit(
            String figure,
            String measured,
            String against,
            String result,
            String target,
            boolean reached) {
        return new Finding(figure, measured, against, result, target, Verdict.of(reached));
    }

    public static Finding skipped(String figure, String reason, String target) {
        return new Finding(figure, reason, "", "", target, Verdict.NOT_MEASURED);
    }
}
