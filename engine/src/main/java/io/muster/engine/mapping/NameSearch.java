package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Reading.Sense;
import io.muster.engine.mapping.Vocabulary.Meaning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for a name among the words of a header, which say more or less by what stands beside it.
///
/// @param own words that the file puts beside names, without changing what they mean
record NameSearch(Set<String> own) {

    private static final Vocabulary VOCABULARY = Vocabulary.INSTANCE;

    private static final double SECOND_OF_ITS_KIND = 0.1;
    private static final double LITTLE_WORD = 0.01;
    private static final double OWN_WORD = 0.02;

    /// How sure a name must be beside other words.
    private static final double LEAST = 0.4;

    private static final int SHORTEST_PART = 4;

    /// Numbers count as words ("Address 2"), or else as if they were not there ("E-mail 2
    /// Address"), whichever says more.
    Optional<Reading> within(String words) {
        List<String> tokens = Arrays.asList(words.split(" "));
        List<String> unnumbered = tokens.stream().filter(token -> !isNumber(token)).toList();
        double index = tokens.stream().mapToDouble(NameSearch::costOfNumber).max().orElse(0);
        return Stream.of(longest(tokens, 0), longest(unnumbered, index))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(NameSearch::sureness));
    }

    /// Two words written as one, as in databases and in German.
    Optional<Reading> withinWord(String word) {
        for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
            String before = word.substring(0, i);
            if (VOCABULARY.costBefore(before) < 1) {
                Optional<Reading> reading = longest(List.of(before, word.substring(i)), 0);
                if (reading.isPresent()) {
                    return reading;
                }
            }
        }
        return Optional.empty();
    }

    /// Whether words beside a name say whose it is.
    boolean isAboutPerson(String beside) {
        return Arrays.stream(beside.split(" "))
                .anyMatch(word -> own.contains(word) || VOCABULARY.isPerson(word));
    }

    private Optional<Reading> longest(List<String> words, double index) {
        for (int length = words.size(); length > 0; length--) {
            for (int start = 0; start + length <= words.size(); start++) {
                List<String> before = words.subList(0, start);
                List<String> after = words.subList(start + length, words.size());
                double cost =
                        index
                                + before.stream().mapToDouble(this::costBefore).sum()
                                + after.stream().mapToDouble(this::costAfter).sum();
                String word = String.join("", words.subList(start, start + length));
                Optional<Reading> reading =
                        VOCABULARY
                                .meaning(word)
                                .filter(meaning -> admits(meaning, before, after))
                                .filter(meaning -> leaves(meaning, cost))
                                .map(meaning ->
                                        meaning.reading(
                                                word,
                                                beside(before, after),
                                                meaning.sureness() - cost,
                                                meaning.like()));
                if (reading.isPresent()) {
                    return reading;
                }
            }
        }
        return Optional.empty();
    }

    private static double sureness(Reading reading) {
        return reading instanceof Reading.Named named ? named.sureness() : 1;
    }

    private static boolean admits(Meaning meaning, List<String> before, List<String> after) {
        return switch (meaning.sense()) {
            case PLAIN, DEPENDS -> true;
            case ALONE -> false;
            case OF_PERSON ->
                    Stream.concat(before.stream(), after.stream()).anyMatch(VOCABULARY::isPerson);
        };
    }

    /// Whether a name still means something beside words of such cost.
    private static boolean leaves(Meaning meaning, double cost) {
        return cost < (meaning.field() == null ? 1 : meaning.sureness() - LEAST);
    }

    /// The words beside a name, as far as they tell one address or one person from another.
    private static String beside(List<String> before, List<String> after) {
        return Stream.concat(
                        before.stream().filter(word -> VOCABULARY.costBefore(word) > LITTLE_WORD),
                        after.stream().filter(word -> VOCABULARY.costAfter(word) > LITTLE_WORD))
                .filter(word -> !isAddress(word))
                .collect(Collectors.joining(" "));
    }

    private static boolean isAddress(String word) {
        return VOCABULARY
                .meaning(word)
                .filter(meaning -> meaning.field() == StandardField.STREET)
                .filter(meaning -> meaning.sense() != Sense.OF_PERSON)
                .isPresent();
    }

    private double costBefore(String word) {
        return isNumber(word)
                ? costOfNumber(word)
                : own.contains(word) ? OWN_WORD : VOCABULARY.costBefore(word);
    }

    private double costAfter(String word) {
        return isNumber(word)
                ? costOfNumber(word)
                : own.contains(word) ? OWN_WORD : VOCABULARY.costAfter(word);
    }

    /// "Email 2", unlike "Email 1", is not the first choice.
    private static double costOfNumber(String token) {
        return isNumber(token) && !token.equals("1") && token.length() == 1
                ? SECOND_OF_ITS_KIND
                : 0;
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(Character::isDigit);
    }
}
