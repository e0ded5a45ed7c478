package io.muster.engine.oracle;

import io.muster.engine.field.StandardField;
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
        for (Map<Target, String> stored : random.stored()) {
            Map<String, Object> values = new TreeMap<>();
            Contact.Draft draft = Contact.create(UUID.randomUUID());
            stored.forEach(
                    (target, text) -> values.put(Person.field(target), set(draft, target, text)));
            if (oracle.people.stream().noneMatch(person -> sharesKey(person, values))) {
                oracle.add().values.putAll(values);
                contacts.add(draft.done());
            }
        }
        return contacts;
    }

    private static Object set(Contact.Draft draft, Target target, String text) {
        if (!(target instanceof Target.Standard standard)) {
            return custom(draft, target, text);
        }
        StandardField field = standard.field();
        return switch (field) {
            case TAGS -> {
                List<String> tags = List.of(text.split(";"));
                draft.tags(tags);
                yield tags;
            }
            case DO_NOT_CONTACT -> {
                draft.doNotContact(true);
                yield true;
            }
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> {
                draft.consent(field, text.equals("yes"));
                yield text.equals("yes");
            }
            default -> {
                draft.text(field, text);
                yield text;
            }
        };
    }

    /// What is written here and what must be kept are two things: a stored number may come as any
    /// kind of number, choices in any order.
    private static Object custom(Contact.Draft draft, Target target, String text) {
        String key = Person.field(target).substring("cf:".length());
        return switch (RandomCells.type(target)) {
            case NUMBER -> {
                draft.custom(key, text.startsWith("7") ? (Object) 7 : new BigDecimal(text));
                yield new BigDecimal(text.replaceFirst("\\.?0+$", ""));
            }
            case CHOICES -> {
                draft.custom(key, List.of(text.split(";")));
                yield Stream.of(text.split(";")).sorted().toList();
            }
            case YES_NO -> {
                draft.custom(key, text.equals("yes"));
                yield text.equals("yes");
            }
            case TEXT, DATE, CHOICE, EMAIL, PHONE, URL -> {
                draft.custom(key, text);
                yield text;
            }
        };
    }

    private static boolean sharesKey(Person person, Map<String, Object> values) {
        return KEYS.stream()
                .anyMatch(key ->
                        values.get(key) != null
                                && Objects.equals(values.get(key), person.values.get(key)));
    }
}
