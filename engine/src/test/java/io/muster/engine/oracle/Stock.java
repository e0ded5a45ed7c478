package io.muster.engine.oracle;

import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.Contact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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
            return custom(draft, target.text().substring("cf:".length()), text);
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

    /// What is written here and what must be kept are two things: a stored number may come as any
    /// kind of number, choices in any order.
    private static Object custom(Contact.Draft draft, String key, String text) {
        return switch (key) {
            case "score" -> {
                draft.custom(key, text.startsWith("7") ? (Object) 7 : new BigDecimal(text));
                yield new BigDecimal(text.replaceFirst("\\.?0+$", ""));
            }
            case "topics" -> {
                draft.custom(key, List.of(text.split(";")));
                yield Stream.of(text.split(";")).sorted().toList();
            }
            default -> {
                draft.custom(key, text);
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
