package io.muster.engine.oracle;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.oracle.People.Listed;
import io.muster.engine.outcome.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Stands where the database stands: batches are looked up in it and written to it as a whole.
public final class Store {
    final Map<UUID, Contact> contacts = new LinkedHashMap<>();
    private final Map<UUID, Long> placed = new HashMap<>();
    private final Stock stock;

    Store(Stock stock) {
        this.stock = stock;
        stock.contacts().forEach(contact -> contacts.put(contact.id(), contact));
    }

    /// What a look-up for these rows finds at this moment.
    WorkingSet lookUp(List<MappedRow> rows, Decider decider) {
        WorkingSet found = new WorkingSet();
        for (MappedRow row : rows) {
            if (row instanceof MappedRow.Candidate candidate) {
                decider.keys(candidate).forEach((key, value) -> lookUp(key, value, found));
            }
        }
        return found;
    }

    private void lookUp(IdentityKey key, String value, WorkingSet found) {
        Listed listed = new Listed(key.field().key(), value);
        contacts.values().stream()
                .filter(contact -> value.equals(contact.key(key)))
                .forEach(contact -> put(contact, found));
        stock.merged().stream()
                .filter(former -> former.key().equals(listed))
                .forEach(former -> {
                    found.lead(key, value, former.survivor());
                    put(Objects.requireNonNull(contacts.get(former.survivor())), found);
                });
        if (stock.erased().contains(listed)) {
            found.erase(key, value);
        }
        suppress(key, value, found);
    }

    private void put(Contact contact, WorkingSet found) {
        found.put(contact);
        Long row = placed.get(contact.id());
        if (row != null) {
            found.placed(contact.id(), row);
        }
        for (IdentityKey key : IdentityKey.values()) {
            String value = contact.key(key);
            if (value != null) {
                suppress(key, value, found);
            }
        }
    }

    private void suppress(IdentityKey key, String value, WorkingSet found) {
        String domain = value.substring(value.indexOf('@') + 1);
        if (stock.suppressed().contains(new Listed(key.field().key(), value))
                || (key == IdentityKey.EMAIL
                        && stock.suppressed().contains(new Listed("domain", domain)))) {
            found.suppress(key, value);
        }
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
