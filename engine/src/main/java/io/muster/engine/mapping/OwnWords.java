package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the words that a file puts beside its names: where there are a "Player First Name", a
/// "Player Last Name" and a "Player Phone", the player is who the file is about.
final class OwnWords {

    /// Beside fewer different names a word may as well be about somebody else.
    private static final int ENOUGH = 3;

    /// More of them make a sentence.
    private static final int MOST_STRANGE = 2;

    private static final Set<StandardField> TELLING =
            EnumSet.complementOf(
                    EnumSet.of(
                            StandardField.EXTERNAL_ID,
                            StandardField.TIMEZONE,
                            StandardField.TAGS,
                            StandardField.OWNER));

    private OwnWords() {}

    static Set<String> of(List<String> headers) {
        var reader = new HeaderReader(new NameSearch(Set.of()));
        Map<String, Set<StandardField>> fields = new HashMap<>();
        for (String header : headers) {
            Map<Boolean, List<String>> words =
                    Arrays.stream(HeaderWords.of(header).split(" "))
                            .collect(Collectors.partitioningBy(Vocabulary.INSTANCE::knows));
            List<String> strange = words.getOrDefault(false, List.of());
            String rest = String.join(" ", words.getOrDefault(true, List.of()));
            if (!strange.isEmpty()
                    && strange.size() <= MOST_STRANGE
                    && reader.read(rest) instanceof Reading.Named named
                    && TELLING.contains(named.field())) {
                strange.forEach(word ->
                        fields.computeIfAbsent(word, w -> EnumSet.noneOf(StandardField.class))
                                .add(named.field()));
            }
        }
        fields.values().removeIf(found -> found.size() < ENOUGH);
        return Set.copyOf(fields.keySet());
    }
}
