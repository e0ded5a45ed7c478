package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

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

    public void forEach(BiConsumer<IdentityKey, String> each) {
        values.forEach((key, several) -> several.forEach(value -> each.accept(key, value)));
    }

    public Set<String> distinct(IdentityKey key) {
        return Set.copyOf(values.getOrDefault(key, List.of()));
    }

    public String[] values(IdentityKey key) {
        return values.getOrDefault(key, List.of()).toArray(String[]::new);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
