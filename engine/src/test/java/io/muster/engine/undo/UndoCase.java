package io.muster.engine.undo;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.undo.PastChange.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One case of `cases/undo.yaml`.
record UndoCase(Map<String, Object> raw) {
    /// What the batch brought about.
    static final long VERSION = 5;

    Map<UUID, Contact> contacts() {
        Map<UUID, Contact> contacts = new LinkedHashMap<>();
        this.<Map<String, Map<String, Object>>>get("contacts", Map.of())
                .forEach((name, fields) -> contacts.put(id(name), contact(id(name), fields)));
        return contacts;
    }

    List<WrittenRow> rows() {
        List<WrittenRow> rows = new ArrayList<>();
        for (Map<String, Object> row : this.<List<Map<String, Object>>>get("rows", List.of())) {
            rows.add(row(rows.size() + 1, row));
        }
        return rows;
    }

    Map<UUID, History> histories() {
        Map<UUID, List<PastChange>> changes = new HashMap<>();
        collect("before", VERSION - 2, changes);
        collect("since", VERSION + 1, changes);
        Set<UUID> made = ids("made");
        made.forEach(id -> changes.computeIfAbsent(id, any -> new ArrayList<>()));
        Map<UUID, History> histories = new HashMap<>();
        changes.forEach((id, of) -> histories.put(id, new History(made.contains(id), of)));
        return histories;
    }

    Set<UUID> removedBefore() {
        return ids("removed");
    }

    Set<UUID> merged() {
        return ids("merged");
    }

    /// Tells of keys that nobody has, but that are not free either.
    void mark(WorkingSet contacts) {
        this.<Map<String, String>>get("erased", Map.of())
                .forEach((key, value) -> contacts.erase(key(key), value));
        this.<List<Map<String, String>>>get("leads", List.of())
                .forEach(lead ->
                        contacts.lead(
                                key(lead.get("key") + ""),
                                lead.get("value") + "",
                                id(lead.get("to") + "")));
    }

    /// Field values by contact; null for one that is gone.
    Map<UUID, @Nullable Map<String, Object>> expected() {
        Map<UUID, @Nullable Map<String, Object>> expected = new HashMap<>();
        this.<Map<String, Object>>get("become", Map.of())
                .forEach((name, left) -> expected.put(id(name), left(name, left)));
        return expected;
    }

    /// The fields that have a value.
    static Map<String, Object> fields(Contact contact) {
        Map<String, Object> fields = new TreeMap<>();
        Contact.Draft draft = contact.change();
        ContactFields.changed(contact, Contact.create(contact.id()).done())
                .keySet()
                .forEach(name -> fields.put(name, String.valueOf(ContactFields.get(draft, name))));
        return fields;
    }

    private static @Nullable Map<String, Object> left(String name, Object left) {
        return left.equals("gone") ? null : fields(contact(id(name), map(left)));
    }

    private static WrittenRow row(long number, Map<String, Object> row) {
        Object made = row.get("made");
        if (made != null) {
            return new WrittenRow.Made(number, id(made));
        }
        Object former = row.get("former");
        return new WrittenRow.Changed(
                number, id(row.get("changed") + ""), former == null ? null : former(former));
    }

    private void collect(String key, long from, Map<UUID, List<PastChange>> changes) {
        long version = from;
        for (Map<String, Object> change : this.<List<Map<String, Object>>>get(key, List.of())) {
            Object fields = change.get("fields");
            changes.computeIfAbsent(id(change.get("contact") + ""), any -> new ArrayList<>())
                    .add(
                            new PastChange(
                                    Origin.OTHER,
                                    version,
                                    1,
                                    fields == null ? null : texts(fields),
                                    change.get("by") + ""));
            version++;
        }
    }

    private Set<UUID> ids(String key) {
        return this.<List<String>>get(key, List.of()).stream()
                .map(UndoCase::id)
                .collect(Collectors.toSet());
    }

    private static IdentityKey key(String name) {
        return IdentityKey.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Contact contact(UUID id, Map<String, Object> fields) {
        Contact.Draft draft = Contact.create(id);
        fields.forEach((name, value) -> ContactFields.set(draft, name, value));
        return draft.done();
    }

    private static UUID id(Object name) {
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private <T> T get(String key, T fallback) {
        Object value = raw.get(key);
        return value == null ? fallback : (T) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> former(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    private static Set<String> texts(Object value) {
        return ((List<?>) value)
                .stream()
                        .map(Object::toString)
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
