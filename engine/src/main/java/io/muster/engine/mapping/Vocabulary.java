package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.field.WordList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;

/// The names that columns have in the exports of the world, from `headers.txt`.
final class Vocabulary {

    static final Vocabulary INSTANCE = new Vocabulary();

    /// Shorter names have too many neighbours to forgive a slip of the pen.
    private static final int MIN_SIMILAR = 6;

    /// A longer header is a sentence, and the search is quadratic in its words.
    private static final int MAX_HEADER = 100;

    private static final double SIMILAR = 0.75;
    private static final double SECOND_OF_ITS_KIND = 0.1;
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(2);

    /// What one name stands for.
    ///
    /// @param field null when no field is for it
    private record Meaning(
            @Nullable StandardField field, Reading.Sense sense, double sureness, String name) {}

    private final Map<String, Meaning> names = new LinkedHashMap<>();
    private final Map<String, Double> before = new HashMap<>();
    private final Map<String, Double> after = new HashMap<>();
    private final Set<String> about = new HashSet<>();

    private Vocabulary() {
        WordList.read(Vocabulary.class, "headers.txt").forEach(this::add);
        for (StandardField field : StandardField.values()) {
            add(field.key(), new Meaning(field, Reading.Sense.PLAIN, 1, field.key()));
        }
    }

    private void add(WordList.Line line) {
        String[] key = line.key().split("@");
        double number = key.length > 1 ? Double.parseDouble(key[1].strip()) : 0;
        for (String word : line.words()) {
            String words = HeaderWords.of(word);
            switch (key[0].strip()) {
                case "before" -> before.putIfAbsent(words, number);
                case "after" -> after.putIfAbsent(words, number);
                case "about" -> about.add(words);
                case "none" -> add(words, new Meaning(null, Reading.Sense.PLAIN, 0, word));
                case String target -> add(words, meaning(target, number, word));
            }
        }
    }

    private static Meaning meaning(String target, double sureness, String name) {
        boolean depends = target.endsWith("?");
        String key = depends ? target.substring(0, target.length() - 1) : target;
        return new Meaning(
                StandardField.byKey(key).orElseThrow(),
                depends ? Reading.Sense.DEPENDS : Reading.Sense.PLAIN,
                sureness,
                name);
    }

    private void add(String words, Meaning meaning) {
        Meaning known = names.putIfAbsent(HeaderWords.squash(HeaderWords.of(words)), meaning);
        if (known != null && known.field() != meaning.field()) {
            throw new IllegalStateException("Two meanings of the header: " + words);
        }
    }

    Reading read(String header) {
        if (header.length() > MAX_HEADER) {
            return new Reading.Unknown();
        }
        String words = HeaderWords.of(header);
        String squashed = HeaderWords.squash(words);
        Meaning exact = names.get(squashed);
        if (exact != null) {
            return named(exact, squashed, exact.sureness(), "exact header");
        }
        List<String> tokens = Arrays.asList(words.split(" "));
        Reading part = readPart(tokens);
        if (part != null) {
            return part;
        }
        Reading similar = readSimilar(squashed);
        boolean open = similar instanceof Reading.Unknown;
        return open && tokens.stream().anyMatch(about::contains) ? new Reading.Foreign() : similar;
    }

    /// Looks for a name inside the header, the longest first.
    private @Nullable Reading readPart(List<String> tokens) {
        double index =
                tokens.stream().anyMatch(Vocabulary::isFurtherIndex) ? SECOND_OF_ITS_KIND : 0;
        List<String> words = tokens.stream().filter(token -> !isNumber(token)).toList();
        for (int length = words.size(); length > 0; length--) {
            for (int start = 0; start + length <= words.size(); start++) {
                double cost =
                        index
                                + cost(words.subList(0, start), before)
                                + cost(words.subList(start + length, words.size()), after);
                String word = String.join("", words.subList(start, start + length));
                Meaning meaning = names.get(word);
                if (meaning != null && cost < 1) {
                    String reason = "like “%s”".formatted(meaning.name());
                    return named(meaning, word, meaning.sureness() - cost, reason);
                }
            }
        }
        return null;
    }

    private static double cost(List<String> words, Map<String, Double> costs) {
        return words.stream().mapToDouble(word -> costs.getOrDefault(word, 1.0)).sum();
    }

    private Reading readSimilar(String squashed) {
        int best = squashed.length() < 10 ? 2 : 3;
        String nearest = null;
        for (String name : names.keySet()) {
            if (name.length() >= MIN_SIMILAR) {
                int distance = DISTANCE.apply(name, squashed);
                if (distance >= 0 && distance < best) {
                    best = distance;
                    nearest = name;
                }
            }
        }
        Meaning meaning = nearest == null ? null : names.get(nearest);
        if (nearest == null || meaning == null) {
            return new Reading.Unknown();
        }
        String reason = "like “%s”".formatted(meaning.name());
        return named(meaning, nearest, meaning.sureness() * SIMILAR, reason);
    }

    private static Reading named(Meaning meaning, String word, double sureness, String reason) {
        StandardField field = meaning.field();
        return field == null
                ? new Reading.Foreign()
                : new Reading.Named(field, meaning.sense(), word, sureness, reason);
    }

    private static boolean isNumber(String token) {
        return token.chars().allMatch(Character::isDigit);
    }

    /// "Email 2", unlike "Email 1", is not the first choice.
    private static boolean isFurtherIndex(String token) {
        return isNumber(token) && !token.equals("1") && token.length() == 1;
    }
}
