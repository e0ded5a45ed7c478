package io.muster.engine.field;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/// Takes a mistyped name for the known one that is nearest to it, if that is near and the only one.
///
/// One slip is forgiven in a short name, two in a long one; two letters changed about count as one.
final class NearestName implements Correction {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int REMEMBERED = 10_000;

    private static final DamerauLevenshteinDistance ONE = new DamerauLevenshteinDistance(1);
    private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(2);

    private final Map<String, String> names;
    private final Predicate<String> isRight;
    private final Map<String, Optional<String>> remembered = new ConcurrentHashMap<>();

    /// @param names what each known name stands for, by the name in plain words
    /// @param isRight whether a text needs no correction
    NearestName(Map<String, String> names, Predicate<String> isRight) {
        this.names = Map.copyOf(names);
        this.isRight = isRight;
    }

    @Override
    public Optional<String> of(String text) {
        if (isRight.test(text)) {
            return Optional.empty();
        }
        // The same mistake tends to come by the thousand.
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(PlainWords.of(text), this::nearest);
    }

    private Optional<String> nearest(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        int farthest = text.length() < LONG ? 1 : 2;
        DamerauLevenshteinDistance measure = farthest == 1 ? ONE : TWO;
        int best = farthest + 1;
        String found = null;
        boolean single = true;
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (Math.abs(name.getKey().length() - text.length()) > farthest
                    || name.getKey().length() < SHORTEST) {
                continue;
            }
            int distance = measure.apply(text, name.getKey());
            if (distance < 0 || distance > best) {
                continue;
            }
            single = distance < best || name.getValue().equals(found);
            found = single ? name.getValue() : found;
            best = distance;
        }
        return single ? Optional.ofNullable(found) : Optional.empty();
    }
}
