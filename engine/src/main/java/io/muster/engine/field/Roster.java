package io.muster.engine.field;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A directory whose entries are all known. An id or an address names one entry and goes before
/// names, so that nobody takes another's place by calling himself like it; a name that several have
/// names them all.
public final class Roster implements Directory {

    /// @param addresses what nobody else can have, such as an email
    public record Entry(String id, Set<String> addresses, String name) {}

    private final Map<String, String> byAddress = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    public Roster(Collection<Entry> entries) {
        for (Entry entry : entries) {
            byAddress.put(Spelling.fold(entry.id()), entry.id());
            for (String address : entry.addresses()) {
                byAddress.put(Spelling.fold(address), entry.id());
            }
            byName.computeIfAbsent(Spelling.fold(entry.name()), _ -> new HashSet<>())
                    .add(entry.id());
        }
    }

    @Override
    public Set<String> find(String text) {
        String folded = Spelling.fold(text);
        String id = byAddress.get(folded);
        return id == null ? Set.copyOf(byName.getOrDefault(folded, Set.of())) : Set.of(id);
    }
}
