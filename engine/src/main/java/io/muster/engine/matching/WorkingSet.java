package io.muster.engine.matching;

import io.muster.engine.outcome.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The contacts that a batch of rows can meet: those stored under any of its keys, as changed by
/// the rows before; and which of the keys stand on a list.
///
/// Not safe for use by many threads.
public final class WorkingSet {
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Map<IdentityKey, Map<String, UUID>> byKey = new EnumMap<>(IdentityKey.class);
    private final Map<IdentityKey, Map<String, UUID>> formerKeys = new EnumMap<>(IdentityKey.class);
    private final Map<IdentityKey, Set<String>> suppressed = new EnumMap<>(IdentityKey.class);
    private final Map<IdentityKey, Set<String>> erased = new EnumMap<>(IdentityKey.class);
    private final Map<UUID, Long> placedBy = new HashMap<>();

    public WorkingSet() {
        for (IdentityKey key : IdentityKey.values()) {
            byKey.put(key, new HashMap<>());
        }
    }

    /// Takes in a contact; one with the same id is replaced, and its former keys become free.
    public void put(Contact contact) {
        Contact former = contacts.put(contact.id(), contact);
        for (Map.Entry<IdentityKey, Map<String, UUID>> index : byKey.entrySet()) {
            String now = contact.key(index.getKey());
            String then = former == null ? null : former.key(index.getKey());
            if (then != null && !then.equals(now)) {
                index.getValue().remove(then, contact.id());
            }
            if (now != null) {
                index.getValue().put(now, contact.id());
            }
        }
    }

    /// Notes that a key of a contact that was merged leads to the one it was merged into.
    public void lead(IdentityKey key, String value, UUID survivor) {
        formerKeys.computeIfAbsent(key, any -> new HashMap<>()).put(value, survivor);
    }

    /// Notes that whoever has the key must not be contacted.
    public void suppress(IdentityKey key, String value) {
        suppressed.computeIfAbsent(key, any -> new HashSet<>()).add(value);
    }

    /// Notes that whoever had the key was erased.
    public void erase(IdentityKey key, String value) {
        erased.computeIfAbsent(key, any -> new HashSet<>()).add(value);
    }

    /// Takes a contact out; its keys become free.
    public void remove(UUID id) {
        Contact former = contacts.remove(id);
        for (Map.Entry<IdentityKey, Map<String, UUID>> index : byKey.entrySet()) {
            String key = former == null ? null : former.key(index.getKey());
            if (key != null) {
                index.getValue().remove(key, id);
            }
        }
    }

    public @Nullable Contact get(UUID id) {
        return contacts.get(id);
    }

    /// Notes that a row of this import has placed itself at the contact; the first such row stays
    /// noted.
    public void placed(UUID contact, long row) {
        placedBy.merge(contact, row, Math::min);
    }

    /// Stands as it stood after the given rows were written, whatever of them it held already.
    public void follow(List<Decision> earlier) {
        for (Decision decision : earlier) {
            if (decision.change() != null) {
                put(decision.change().after());
            }
            if (decision.outcome() instanceof Outcome.Placed placed) {
                placed(placed.contactId(), decision.firstRow());
            }
        }
    }

    /// The contact that has the key, else the one that it leads to since a merge.
    public @Nullable Contact find(IdentityKey key, String value) {
        UUID id = Objects.requireNonNull(byKey.get(key)).get(value);
        if (id == null) {
            id = formerKeys.getOrDefault(key, Map.of()).get(value);
        }
        return id == null ? null : contacts.get(id);
    }

    /// The first of the keys that stands on the suppression list.
    Optional<IdentityKey> suppressed(Function<IdentityKey, @Nullable String> keys) {
        return first(suppressed, keys);
    }

    public boolean isErased(Function<IdentityKey, @Nullable String> keys) {
        return first(erased, keys).isPresent();
    }

    private static Optional<IdentityKey> first(
            Map<IdentityKey, Set<String>> list, Function<IdentityKey, @Nullable String> keys) {
        for (Map.Entry<IdentityKey, Set<String>> listed : list.entrySet()) {
            String value = keys.apply(listed.getKey());
            if (value != null && listed.getValue().contains(value)) {
                return Optional.of(listed.getKey());
            }
        }
        return Optional.empty();
    }

    OptionalLong placedBy(UUID contact) {
        Long row = placedBy.get(contact);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
