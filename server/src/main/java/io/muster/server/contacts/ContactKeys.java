package io.muster.server.contacts;

import io.muster.engine.matching.IdentityKey;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The identity keys that a batch of rows brings, each value once.
public final class ContactKeys {
    private final Map<IdentityKey, Set<String>> values = new EnumMap<>(IdentityKey.class);

    public void addAll(Map<IdentityKey, String> keys) {
        keys.forEach((key, value) ->
                values.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value));
    }

    public String[] values(IdentityKey key) {
        return values.getOrDefault(key, Set.of()).toArray(String[]::new);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
