package io.muster.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A slow and obvious undo: it remembers everything that ever happened, and goes back over it row
/// by row.
final class UndoOracle {
    private static final List<String> KEYS = List.of("external_id", "phone", "email");

    /// Something that happened to a contact.
    ///
    /// @param by the import; null for a person
    /// @param before the former values of the fields that changed; null for a contact's making
    private static final class Event {
        private final @Nullable Object by;
        private final long row;
        private final String contact;
        private final @Nullable Map<String, @Nullable String> before;
        private boolean undone;

        Event(
                @Nullable Object by,
                long row,
                String contact,
                @Nullable Map<String, @Nullable String> before) {
            this.by = by;
            this.row = row;
            this.contact = contact;
            this.before = before;
        }

        private boolean isMaking() {
            return before == null;
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Set<String> merged = new HashSet<>();

    /// The contact that a key of a merged one leads to, by field and value.
    private final Map<String, String> leads = new HashMap<>();

    /// Living contacts by id: the fields that have a value, as text.
    private Map<String, Map<String, String>> contacts = new HashMap<>();

    /// After anything but an undo, the contacts are as the server says.
    void see(Map<String, Map<String, String>> now) {
        contacts = new HashMap<>();
        now.forEach((id, fields) -> contacts.put(id, new TreeMap<>(fields)));
    }

    Map<String, Map<String, String>> contacts() {
        return contacts;
    }

    /// @param before null for a row that made the contact
    void note(
            @Nullable Object by,
            long row,
            String contact,
            @Nullable Map<String, @Nullable String> before) {
        events.add(new Event(by, row, contact, before));
    }

    /// Notes a merge, before which the other contact was as [#see] has it.
    void merge(String survivor, String other, Map<String, @Nullable String> before) {
        events.add(new Event(null, 0, survivor, before));
        merged.add(other);
        leads.replaceAll((key, contact) -> contact.equals(other) ? survivor : contact);
        Map<String, String> gone = contacts.getOrDefault(other, Map.of());
        for (String key : KEYS) {
            if (gone.containsKey(key)) {
                leads.put(key + gone.get(key), survivor);
            }
        }
    }

    /// @return how each row that wrote something ends, in file order
    Map<Long, String> undo(Object importId) {
        Map<Long, String> outcomes = new TreeMap<>();
        Set<String> removed = new HashSet<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if (importId.equals(event.by)) {
                String outcome = undo(i, event, removed);
                event.undone = outcome.startsWith("reverted");
                outcomes.put(event.row, outcome);
            }
        }
        return outcomes;
    }

    private String undo(int at, Event event, Set<String> removed) {
        Map<String, String> contact = contacts.get(event.contact);
        if (contact == null) {
            if (removed.contains(event.contact)) {
                return "reverted";
            }
            return merged.contains(event.contact) ? "kept MERGED_SINCE" : "kept CONTACT_GONE";
        }
        List<Event> later = new ArrayList<>();
        boolean madeHere = false;
        boolean foreign = false;
        for (int i = 0; i < events.size(); i++) {
            Event other = events.get(i);
            if (!other.contact.equals(event.contact) || other.undone) {
                continue;
            }
            if (other.isMaking()) {
                madeHere |= event.by != null && event.by.equals(other.by);
            } else {
                foreign |= event.by == null || !event.by.equals(other.by);
                if (i > at) {
                    later.add(other);
                }
            }
        }
        if (event.isMaking() ? later.isEmpty() : madeHere && !foreign) {
            contacts.remove(event.contact);
            removed.add(event.contact);
            return "reverted";
        }
        Map<String, @Nullable String> before = event.before;
        if (before == null
                || later.stream()
                        .anyMatch(other ->
                                other.before != null
                                        && other.before.keySet().stream()
                                                .anyMatch(before::containsKey))) {
            return "kept CHANGED_SINCE";
        }
        return restore(event.contact, contact, before);
    }

    private String restore(
            String id, Map<String, String> contact, Map<String, @Nullable String> before) {
        Map<String, String> former = new LinkedHashMap<>(contact);
        before.forEach((field, value) -> {
            if (value == null) {
                former.remove(field);
            } else {
                former.put(field, value);
            }
        });
        for (String key : KEYS) {
            String value = former.get(key);
            String holder = value == null ? id : holder(key, value);
            if (holder != null && !holder.equals(id)) {
                return "kept KEY_TAKEN_SINCE";
            }
        }
        if (KEYS.stream().noneMatch(former::containsKey)) {
            return "kept IDENTITY_NEEDED";
        }
        contacts.put(id, new TreeMap<>(former));
        boolean lifts =
                contact.entrySet().stream()
                        .anyMatch(field ->
                                isWish(field.getKey(), field.getValue())
                                        && !field.getValue().equals(former.get(field.getKey())));
        return lifts ? "reverted WISH_LIFTED" : "reverted";
    }

    /// Whether the value says that somebody wants to be left alone.
    private static boolean isWish(String field, String value) {
        return field.equals("do_not_contact") && value.equals("true")
                || field.startsWith("consent_") && value.equals("false");
    }

    /// Who has the key, else the living contact that it leads to.
    private @Nullable String holder(String key, String value) {
        for (Map.Entry<String, Map<String, String>> one : contacts.entrySet()) {
            if (value.equals(one.getValue().get(key))) {
                return one.getKey();
            }
        }
        String survivor = leads.get(key + value);
        return survivor != null && contacts.containsKey(survivor) ? survivor : null;
    }
}
