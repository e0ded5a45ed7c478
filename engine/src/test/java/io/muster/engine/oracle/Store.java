package io.muster.engine.oracle;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Stands where the database stands: batches are looked up in it and written to it as a whole.
public final class Store {
    final Map<UUID, Contact> contacts = new LinkedHashMap<>();
    private final Map<UUID, Long> placed = new HashMap<>();

    /// What a look-up for these rows finds at this moment.
    WorkingSet lookUp(List<MappedRow> rows, Decider decider) {
        WorkingSet found = new WorkingSet();
        for (MappedRow row : rows) {
            if (row instanceof MappedRow.Candidate candidate) {
                for (Map.Entry<IdentityKey, String> key : decider.keys(candidate).entrySet()) {
                    contacts.values().stream()
                            .filter(contact -> key.getValue().equals(contact.key(key.getKey())))
                            .forEach(contact -> {
                                found.put(contact);
                                Long row1 = placed.get(contact.id());
                                if (row1 != null) {
                                    found.placed(contact.id(), row1);
                                }
                            });
                }
            }
        }
        return found;
    }

    void write(List<Decision> batch) {
        for (Decision decision : batch) {
            if (decision.change() != null) {
                contacts.put(decision.change().contactId(), decision.change().after());
            }
            if (decision.outcome() instanceof Outcome.Placed one) {
                placed.merge(one.contactId(), decision.row().source().number(), Math::min);
            }
        }
    }

    /// Every stored value, for comparison with [Oracle#state()].
    public static TreeSet<String> state(Iterable<Contact> contacts) {
        TreeSet<String> lines = new TreeSet<>();
        for (Contact contact : contacts) {
            Map<String, Object> values = new TreeMap<>();
            for (StandardField field : StandardField.values()) {
                String text = contact.text(field);
                if (text != null) {
                    values.put(field.key(), text);
                }
            }
            if (!contact.tags().isEmpty()) {
                values.put("tags", contact.tags());
            }
            if (contact.doNotContact()) {
                values.put("do_not_contact", true);
            }
            for (StandardField consent : StandardField.CONSENTS) {
                Boolean given = contact.consent(consent);
                if (given != null) {
                    values.put(consent.key(), given);
                }
            }
            contact.custom().forEach((key, value) -> values.put("cf:" + key, value));
            lines.add(values.toString());
        }
        return lines;
    }
}
