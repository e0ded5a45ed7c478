package io.muster.engine.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Everybody the oracle knows, and the lists of those who are to be left alone.
public final class People {
    static final List<String> KEYS = List.of("external_id", "phone", "email");

    /// A value that stands on a list, or that somebody once had.
    public record Listed(String kind, String value) {}

    final List<Person> all = new ArrayList<>();
    final Set<Listed> suppressed = new HashSet<>();
    final Set<Listed> erased = new HashSet<>();

    Person add() {
        Person person = new Person(all.size());
        all.add(person);
        return person;
    }

    /// Whoever has the key, else whoever has taken over the one who had it.
    @Nullable Person owner(String key, Map<String, Object> values) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        Listed former = new Listed(key, value.toString());
        return all.stream()
                .filter(person -> value.equals(person.values.get(key)))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(person -> person.formerKeys.contains(former))
                                .findFirst())
                .orElse(null);
    }

    /// The first key by which somebody with these values must not be contacted.
    @Nullable String suppressedKey(Map<String, Object> values) {
        return KEYS.stream().filter(key -> isSuppressed(key, values)).findFirst().orElse(null);
    }

    boolean areErased(Map<String, Object> values) {
        return KEYS.stream().anyMatch(key -> isOn(erased, key, values));
    }

    private boolean isSuppressed(String key, Map<String, Object> values) {
        return isOn(suppressed, key, values)
                || (key.equals("email")
                        && values.get(key) instanceof String email
                        && suppressed.contains(
                                new Listed("domain", email.substring(email.indexOf('@') + 1))));
    }

    private static boolean isOn(Set<Listed> list, String key, Map<String, Object> values) {
        Object value = values.get(key);
        return value != null && list.contains(new Listed(key, value.toString()));
    }

    /// Every stored value: one line for each contact, in no particular order.
    TreeSet<String> state() {
        TreeSet<String> lines = new TreeSet<>();
        all.forEach(person -> lines.add(person.values.toString()));
        return lines;
    }
}
