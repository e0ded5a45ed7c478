package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps people whole: beside an "Attendee First Name", the "Attendee Email" is meant before the
/// "Email" of whoever paid.
///
/// @param reader knows the words for people
record Persons(HeaderReader reader) {

    private static final Set<StandardField> NAMES =
            EnumSet.of(StandardField.FIRST_NAME, StandardField.LAST_NAME, StandardField.FULL_NAME);

    private static final Set<StandardField> PARTS =
            EnumSet.of(
                    StandardField.FIRST_NAME,
                    StandardField.LAST_NAME,
                    StandardField.FULL_NAME,
                    StandardField.EMAIL,
                    StandardField.PHONE);

    private static final double TOGETHER = 0.1;

    /// With favour for what stands beside the same word as the best name, where that is a word for
    /// a person and stands beside more than this one.
    List<Guess> favour(List<Guess> guesses) {
        Map<String, List<Guess>> people =
                guesses.stream()
                        .filter(this::isPart)
                        .collect(Collectors.groupingBy(guess -> guess.reading().beside()));
        people.values().removeIf(parts -> parts.size() < 2);
        Optional<String> main =
                people.values().stream()
                        .flatMap(List::stream)
                        .filter(guess -> NAMES.contains(guess.field()))
                        .max(Comparator.comparingDouble(Guess::rank))
                        .map(guess -> guess.reading().beside());
        return main.isEmpty()
                ? guesses
                : guesses.stream()
                        .map(guess ->
                                isPart(guess) && guess.reading().beside().equals(main.get())
                                        ? guess.favoured(TOGETHER)
                                        : guess)
                        .toList();
    }

    private boolean isPart(Guess guess) {
        return PARTS.contains(guess.field()) && reader.isAboutPerson(guess.reading().beside());
    }
}
