package io.muster.server.contacts;

import io.muster.engine.matching.IdentityKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The identity keys that a batch of rows brings.
public final class ContactKeys {
    private final Map<IdentityKey, List<String>> values = new EnumMap<>(IdentityKey.class);

    public void addAll(Map<IdentityKey, String> keys) {
        keys.forEach(
                (key, value) -> values.computeIfAbsent(key, any -> new ArrayList<>()).add(value));
    }

    public String[] values(IdentityKey key) {
        return values.getOrDefault(key, List.of()).toArray(String[]::new);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
