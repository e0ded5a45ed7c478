package io.muster.engine.oracle;

import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/// The contacts that are there before a random import.
public final class Stock {
    private static final List<String> KEYS = List.of("external_id", "phone", "email");

    private Stock() {}

    /// Puts them into the oracle; one whose key is taken already is left out.
    ///
    /// @return the same contacts for the other side, in the order of their names
    public static List<Contact> fill(Oracle oracle, RandomImport random) {
        List<Contact> contacts = new ArrayList<>();
        for (List<String> cells : random.stored()) {
            Map<String, Object> values = new TreeMap<>();
            Contact.Draft draft = Contact.create(UUID.randomUUID());
            for (ColumnMapping column : random.options().columns()) {
                String text = cells.get(column.index());
                if (!text.isEmpty() && !text.equals("no")) {
                    values.put(column.target().text(), set(draft, column.target(), text));
                }
            }
            if (oracle.people.stream().noneMatch(person -> sharesKey(person, values))) {
                oracle.add().values.putAll(values);
                contacts.add(draft.done());
            }
        }
        return contacts;
    }

    private static Object set(Contact.Draft draft, Target target, String text) {
        if (!(target instanceof Target.Standard standard)) {
            draft.custom(target.text().substring("cf:".length()), text);
            return text;
        }
        return switch (standard.field()) {
            case TAGS -> {
                List<String> tags = List.of(text.split(";"));
                draft.tags(tags);
                yield tags;
            }
            case DO_NOT_CONTACT -> {
                draft.doNotContact(true);
                yield true;
            }
            default -> {
                draft.text(standard.field(), text);
                yield text;
            }
        };
    }

    private static boolean sharesKey(Oracle.Person person, Map<String, Object> values) {
        return KEYS.stream()
                .anyMatch(key ->
                        values.get(key) != null
                                && Objects.equals(values.get(key), person.values.get(key)));
    }
}
