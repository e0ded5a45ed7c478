package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Reading.Sense;
import io.muster.engine.mapping.Vocabulary.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the headers of one file by the vocabulary.
///
/// @param own words that this file puts beside names, without changing what they mean
record HeaderReader(Set<String> own) {

    private static final Vocabulary VOCABULARY = Vocabulary.INSTANCE;

    /// A longer header is a sentence, and the search is quadratic in its words.
    private static final int MAX_HEADER = 100;

    private static final double SIMILAR = 0.75;
    private static final double SECOND_OF_ITS_KIND = 0.1;
    private static final double LITTLE_WORD = 0.01;
    private static final double LEAST = 0.4;
    private static final int SHORTEST_PART = 4;
    private static final double OWN_WORD = 0.02;
    private static final double ONE_OF_SEVERAL = 0.05;

    /// Between names for one thing, or before a remark.
    private static final Pattern SEVERAL = Pattern.compile("[/|()\\[\\]]| or | oder ");

    /// @param headers all of the file's, since some words only their company explains
    static HeaderReader of(List<String> headers) {
        return new HeaderReader(OwnWords.of(headers));
    }

    Reading read(String header) {
        if (header.length() > MAX_HEADER) {
            return new Reading.Unknown();
        }
        String words = HeaderWords.of(header);
        Optional<Reading> exact =
                VOCABULARY
                        .meaning(HeaderWords.squash(words))
                        .filter(meaning -> meaning.sense() != Sense.OF_PERSON)
                        .map(meaning -> exact(meaning, HeaderWords.squash(words)));
        return exact.or(() -> part(words))
                .or(() -> compound(words))
                .or(() -> several(header))
                .orElseGet(() -> roughly(words));
    }

    private static Reading exact(Meaning meaning, String word) {
        return named(meaning, word, "", meaning.sureness(), "exact header");
    }

    private Optional<Reading> part(String words) {
        List<String> tokens = Arrays.asList(words.split(" "));
        List<String> unnumbered = tokens.stream().filter(token -> !isNumber(token)).toList();
        double index = tokens.stream().mapToDouble(HeaderReader::costOfNumber).max().orElse(0);
        return Stream.of(part(tokens, 0), part(unnumbered, index))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(HeaderReader::sureness));
    }

    /// Looks for a name inside the header, the longest first.
    private Optional<Reading> part(List<String> words, double index) {
        for (int length = words.size(); length > 0; length--) {
            for (int start = 0; start + length <= words.size(); start++) {
                List<String> before = words.subList(0, start);
                List<String> after = words.subList(start + length, words.size());
                double cost =
                        index
                                + before.stream().mapToDouble(this::costBefore).sum()
                                + after.stream().mapToDouble(this::costAfter).sum();
                String word = String.join("", words.subList(start, start + length));
                Optional<Meaning> meaning =
                        VOCABULARY
                                .meaning(word)
                                .filter(found -> admits(found, before, after))
                                .filter(found -> leaves(found, cost));
                if (meaning.isPresent()) {
                    return Optional.of(
                            named(
                                    meaning.get(),
                                    word,
                                    beside(before, after),
                                    meaning.get().sureness() - cost,
                                    like(meaning.get())));
                }
            }
        }
        return Optional.empty();
    }

    /// Two words written as one, as in databases and in German.
    private Optional<Reading> compound(String words) {
        for (int i = SHORTEST_PART;
                words.indexOf(' ') < 0 && i <= words.length() - SHORTEST_PART;
                i++) {
            Optional<Reading> reading = part(List.of(words.substring(0, i), words.substring(i)), 0);
            if (VOCABULARY.costBefore(words.substring(0, i)) < 1 && reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    /// Whether words beside a name say whose it is.
    boolean isAboutPerson(String beside) {
        return Arrays.stream(beside.split(" "))
                .anyMatch(word -> own.contains(word) || VOCABULARY.isPerson(word));
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
                .filter(word -> !means(word, StandardField.STREET))
                .collect(Collectors.joining(" "));
    }

    private static boolean means(String word, StandardField field) {
        return VOCABULARY.meaning(word).filter(meaning -> meaning.field() == field).isPresent();
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

    /// "Town / City" are two names for one thing, "Phone (optional)" is one with a remark; "Zip /
    /// City" are two things and stay unread.
    private Optional<Reading> several(String header) {
        List<Reading.Named> found = new ArrayList<>();
        List<String> parts =
                Arrays.stream(SEVERAL.split(header))
                        .map(HeaderWords::of)
                        .filter(part -> !part.isEmpty())
                        .toList();
        for (String part : parts.size() > 1 ? parts : List.<String>of()) {
            Optional<Reading> reading =
                    VOCABULARY.meaning(part.replace(" ", "")).<Reading>map(m -> exact(m, part));
            switch (reading.or(() -> part(part)).orElseGet(() -> about(part))) {
                case Reading.Named named -> found.add(named);
                case Reading.Foreign foreign -> {
                    return Optional.of(foreign);
                }
                case Reading.Unknown _ -> {}
            }
        }
        if (found.isEmpty() || found.stream().map(Reading.Named::field).distinct().count() > 1) {
            return Optional.empty();
        }
        Reading.Named first = found.getFirst();
        return Optional.of(
                new Reading.Named(
                        first.field(),
                        first.sense(),
                        first.word(),
                        found.getLast().beside(),
                        first.sureness() - ONE_OF_SEVERAL,
                        first.reason().replace("exact header", "like “" + first.word() + "”")));
    }

    private static Reading about(String words) {
        return Arrays.stream(words.split(" ")).anyMatch(VOCABULARY::isAbout)
                ? new Reading.Foreign()
                : new Reading.Unknown();
    }

    private static Reading roughly(String words) {
        Optional<String> nearest =
                VOCABULARY
                        .nearest(words)
                        .filter(name ->
                                VOCABULARY
                                        .meaning(name)
                                        .filter(meaning -> meaning.sense() != Sense.OF_PERSON)
                                        .isPresent());
        return nearest.flatMap(VOCABULARY::meaning)
                .map(meaning ->
                        named(
                                meaning,
                                nearest.orElseThrow(),
                                "",
                                meaning.sureness() * SIMILAR,
                                like(meaning)))
                .orElseGet(() -> about(words));
    }

    private static String like(Meaning meaning) {
        return "like “%s”".formatted(meaning.name());
    }

    private static Reading named(
            Meaning meaning, String word, String beside, double sureness, String reason) {
        StandardField field = meaning.field();
        return field == null
                ? new Reading.Foreign()
                : new Reading.Named(field, meaning.sense(), word, beside, sureness, reason);
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(Character::isDigit);
    }
}
