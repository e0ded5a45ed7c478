package io.muster.engine.mapping;

import io.muster.engine.mapping.Reading.Sense;
import io.muster.engine.mapping.Vocabulary.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the headers of one file by the vocabulary.
///
/// @param names looks for names inside headers
record HeaderReader(NameSearch names) {

    private static final Vocabulary VOCABULARY = Vocabulary.INSTANCE;

    /// A longer header is a sentence, and the search is quadratic in its words.
    private static final int MAX_HEADER = 100;

    private static final double SIMILAR = 0.75;
    private static final double ONE_OF_SEVERAL = 0.05;

    /// Between names for one thing, or before a remark.
    private static final Pattern SEVERAL = Pattern.compile("[/|()\\[\\]]| or | oder ");

    /// @param headers all of the file's, since some words only their company explains
    static HeaderReader of(List<String> headers) {
        return new HeaderReader(new NameSearch(OwnWords.of(headers)));
    }

    /// Whether a header is the very name of a standard field.
    static boolean isProperName(String header) {
        return VOCABULARY
                .meaning(HeaderWords.squash(HeaderWords.of(header)))
                .filter(Meaning::isProper)
                .isPresent();
    }

    Reading read(String header) {
        if (header.length() > MAX_HEADER) {
            return new Reading.Unknown();
        }
        String words = HeaderWords.of(header);
        return exact(words)
                .or(() -> names.within(words))
                .or(() -> words.indexOf(' ') < 0 ? names.withinWord(words) : Optional.empty())
                .or(() -> several(header))
                .or(() -> similar(words))
                .orElseGet(() -> about(words));
    }

    /// Whether words beside a name say whose it is.
    boolean isAboutPerson(String beside) {
        return names.isAboutPerson(beside);
    }

    private static Optional<Reading> exact(String words) {
        String squashed = HeaderWords.squash(words);
        return VOCABULARY
                .meaning(squashed)
                .filter(HeaderReader::standsForItself)
                .map(meaning -> meaning.reading(squashed, "", meaning.sureness(), "exact header"));
    }

    private static boolean standsForItself(Meaning meaning) {
        return meaning.sense() != Sense.OF_PERSON;
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
            switch (exact(part).or(() -> names.within(part)).orElseGet(() -> about(part))) {
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
                        "like “%s”".formatted(first.word())));
    }

    private static Optional<Reading> similar(String words) {
        return VOCABULARY
                .nearest(words)
                .flatMap(name -> VOCABULARY.meaning(name).map(meaning -> similar(meaning, name)));
    }

    private static Reading similar(Meaning meaning, String name) {
        return meaning.reading(name, "", meaning.sureness() * SIMILAR, meaning.like());
    }

    private static Reading about(String words) {
        return Arrays.stream(words.split(" ")).anyMatch(VOCABULARY::isAbout)
                ? new Reading.Foreign()
                : new Reading.Unknown();
    }
}
