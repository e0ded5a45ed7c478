package io.muster.engine.matching;

import io.muster.engine.outcome.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contacts that a batch of rows can meet: those stored under any of its keys, as changed by
/// the rows before.
///
/// Not safe for use by many threads.
public final class WorkingSet {
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Map<IdentityKey, Map<String, UUID>> byKey = new EnumMap<>(IdentityKey.class);
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

    @Nullable Contact find(IdentityKey key, String value) {
        Map<String, UUID> index = byKey.get(key);
        UUID id = index == null ? null : index.get(value);
        return id == null ? null : contacts.get(id);
    }

    OptionalLong placedBy(UUID contact) {
        Long row = placedBy.get(contact);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
