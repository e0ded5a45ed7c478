package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/// Identity keys, such as those that a batch of rows brings.
public final class ContactKeys {
    private final Map<IdentityKey, List<String>> values = new EnumMap<>(IdentityKey.class);

    /// The keys that a contact has.
    public static ContactKeys of(Contact contact) {
        ContactKeys keys = new ContactKeys();
        keys.addAll(contact);
        return keys;
    }

    public void add(IdentityKey key, String value) {
        values.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    public void addAll(Map<IdentityKey, String> keys) {
        keys.forEach(this::add);
    }

    public void addAll(Contact contact) {
        for (IdentityKey key : IdentityKey.values()) {
            String value = contact.key(key);
            if (value != null) {
                add(key, value);
            }
        }
    }

    public void addAll(ContactKeys keys) {
        keys.forEach(this::add);
    }

    public Set<String> distinct(IdentityKey key) {
        return Set.copyOf(values.getOrDefault(key, List.of()));
    }

    /// At least as many rows have brought them.
    public int rows() {
        return values.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /// Those of them that a condition holds for.
    public ContactKeys only(BiPredicate<IdentityKey, String> condition) {
        ContactKeys only = new ContactKeys();
        values.forEach((key, some) -> {
            List<String> kept = some.stream().filter(value -> condition.test(key, value)).toList();
            if (!kept.isEmpty()) {
                only.values.put(key, new ArrayList<>(kept));
            }
        });
        return only;
    }

    /// Those that none of the contacts has.
    public ContactKeys without(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return this;
        }
        Map<IdentityKey, Set<String>> owned = new EnumMap<>(IdentityKey.class);
        for (IdentityKey key : values.keySet()) {
            Set<String> texts = HashSet.newHashSet(contacts.size());
            contacts.forEach(contact -> texts.add(contact.key(key)));
            owned.put(key, texts);
        }
        return only((key, value) -> !owned.getOrDefault(key, Set.of()).contains(value));
    }

    public void forEach(BiConsumer<IdentityKey, String> action) {
        values.forEach((key, some) -> some.forEach(value -> action.accept(key, value)));
    }

    public String[] values(IdentityKey key) {
        return values.getOrDefault(key, List.of()).toArray(String[]::new);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
