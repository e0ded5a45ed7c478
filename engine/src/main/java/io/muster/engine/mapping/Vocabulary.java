package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.field.WordList;
import io.muster.engine.mapping.Reading.Sense;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;

/// The names that columns have in the exports of the world, from `headers.txt`.
final class Vocabulary {

    static final Vocabulary INSTANCE = new Vocabulary();

    /// Shorter names have too many neighbours to forgive a slip of the pen.
    private static final int MIN_SIMILAR = 6;

    private static final int SHORT = 4;
    private static final double PROPER = 1;

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(2);

    /// What one name stands for.
    ///
    /// @param field null when no field is for it
    /// @param name as the list writes it
    record Meaning(@Nullable StandardField field, Sense sense, double sureness, String name) {

        /// What a header says that was taken for this name.
        ///
        /// @param word the name, squashed
        /// @param beside what stands beside it
        Reading reading(String word, String beside, double sure, String reason) {
            return field == null
                    ? new Reading.Foreign()
                    : new Reading.Named(field, sense, word, beside, sure, reason);
        }

        /// Whether it is the very name of a field, whatever else is called so.
        boolean isProper() {
            return field != null
                    && ((sense == Sense.PLAIN && sureness >= PROPER)
                            || HeaderWords.of(name).equals(HeaderWords.of(field.key())));
        }

        String like() {
            return "like “%s”".formatted(name);
        }
    }

    private final Map<String, Meaning> names = new LinkedHashMap<>();
    private final Map<String, Double> before = new HashMap<>();
    private final Map<String, Double> after = new HashMap<>();
    private final Set<String> persons = new HashSet<>();
    private final Set<String> about = new HashSet<>();

    private Vocabulary() {
        WordList.read(Vocabulary.class, "headers.txt").forEach(this::add);
        for (StandardField field : StandardField.values()) {
            add(field.key(), new Meaning(field, Sense.PLAIN, 1, field.key()));
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
                case "beside" -> addBeside(words, number);
                case "person" -> {
                    addBeside(words, number);
                    persons.add(words);
                }
                case "about" -> about.add(words);
                case "none" -> add(words, new Meaning(null, Sense.PLAIN, 0, word));
                case String target -> add(words, meaning(target, number, word));
            }
        }
    }

    private void addBeside(String words, double cost) {
        before.putIfAbsent(words, cost);
        after.putIfAbsent(words, cost);
    }

    private static Meaning meaning(String target, double sureness, String name) {
        Sense sense =
                switch (target.charAt(target.length() - 1)) {
                    case '?' -> Sense.DEPENDS;
                    case '!' -> Sense.ALONE;
                    case '*' -> Sense.OF_PERSON;
                    default -> Sense.PLAIN;
                };
        String key = sense == Sense.PLAIN ? target : target.substring(0, target.length() - 1);
        return new Meaning(StandardField.byKey(key).orElseThrow(), sense, sureness, name);
    }

    private void add(String words, Meaning meaning) {
        Meaning known = names.putIfAbsent(HeaderWords.squash(HeaderWords.of(words)), meaning);
        if (known != null && known.field() != meaning.field()) {
            throw new IllegalStateException("Two meanings of the header: " + words);
        }
    }

    /// German and Dutch write "nr" for any "nummer".
    ///
    /// @param squashed words without the spaces between them
    Optional<Meaning> meaning(String squashed) {
        Meaning meaning = names.get(squashed);
        return Optional.ofNullable(
                meaning == null && squashed.endsWith("nr")
                        ? names.get(squashed.substring(0, squashed.length() - 2) + "nummer")
                        : meaning);
    }

    /// What it costs that a word stands before a name: 0 nothing, 1 all of its meaning.
    double costBefore(String word) {
        return before.getOrDefault(word, 1.0);
    }

    double costAfter(String word) {
        return after.getOrDefault(word, 1.0);
    }

    /// Whether a word makes something else of whatever it stands beside.
    boolean isAbout(String word) {
        return about.contains(word);
    }

    /// Whether a word is one for those whom files are about.
    boolean isPerson(String word) {
        return persons.contains(word);
    }

    /// Whether a word has a place in the list at all.
    boolean knows(String word) {
        return names.containsKey(word)
                || before.containsKey(word)
                || after.containsKey(word)
                || about.contains(word);
    }

    /// The name that differs in a letter or two, of equally near ones that of the same length. The
    /// first letter is seldom the wrong one, and often what tells two words apart.
    ///
    /// @param words of a header, spaces between them
    /// @return the name as [#meaning] takes it
    Optional<String> nearest(String words) {
        String squashed = HeaderWords.squash(words);
        int most = squashed.length() < 10 ? 1 : 2;
        return names.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= MIN_SIMILAR)
                .filter(entry -> entry.getValue().sense() != Sense.OF_PERSON)
                .filter(entry -> squashed.startsWith(entry.getKey().substring(0, 1)))
                .map(entry -> new Near(entry.getKey(), DISTANCE.apply(entry.getKey(), squashed)))
                .filter(near -> near.distance() >= 0 && near.distance() <= most)
                .filter(near -> !differsInShortWord(words, near.name()))
                .min(
                        Comparator.comparingInt(Near::distance)
                                .thenComparingInt(
                                        near -> Math.abs(near.name().length() - squashed.length())))
                .map(Near::name);
    }

    /// @param distance in letters, -1 when it is too far to count
    private record Near(String name, int distance) {}

    /// "Nom" and "no" are not one word misspelled.
    private boolean differsInShortWord(String words, String name) {
        List<String> one = Arrays.asList(words.split(" "));
        List<String> other =
                Arrays.asList(
                        HeaderWords.of(Objects.requireNonNull(names.get(name)).name()).split(" "));
        return one.size() == other.size()
                && IntStream.range(0, one.size())
                        .filter(i -> !one.get(i).equals(other.get(i)))
                        .anyMatch(
                                i -> Math.min(one.get(i).length(), other.get(i).length()) < SHORT);
    }
}
