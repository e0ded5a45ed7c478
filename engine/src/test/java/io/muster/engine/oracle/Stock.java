package io.muster.engine.oracle;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.oracle.People.Listed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// What is there before a random import.
///
/// @param contacts in the order of their names
/// @param suppressed phones, emails and domains
/// @param erased keys that nobody has
/// @param merged keys that lead to a contact which has another one of the kind
public record Stock(
        List<Contact> contacts, List<Listed> suppressed, List<Listed> erased, List<Former> merged) {
    /// A key of somebody who was merged into the survivor.
    public record Former(Listed key, UUID survivor) {
        public IdentityKey kind() {
            return IdentityKey.valueOf(key.kind().toUpperCase(Locale.ROOT));
        }
    }

    /// Puts it all into the oracle; what does not fit to what is there already is left out.
    ///
    /// @return the same for the other side
    public static Stock fill(Oracle oracle, RandomImport random) {
        List<Contact> contacts = contacts(oracle, random);
        oracle.people.suppressed.addAll(random.suppressed());
        List<Former> merged = new ArrayList<>();
        for (Listed key : random.merged()) {
            if (isFree(oracle, key)) {
                oracle.people.all.stream()
                        .filter(person -> person.values.containsKey(key.kind()))
                        .findFirst()
                        .ifPresent(survivor -> {
                            survivor.formerKeys.add(key);
                            merged.add(new Former(key, contacts.get(survivor.name).id()));
                        });
            }
        }
        List<Listed> erased = random.erased().stream().filter(key -> isFree(oracle, key)).toList();
        oracle.people.erased.addAll(erased);
        return new Stock(contacts, random.suppressed(), erased, merged);
    }

    private static boolean isFree(Oracle oracle, Listed key) {
        return oracle.people.all.stream()
                .noneMatch(person ->
                        key.value().equals(person.values.get(key.kind()))
                                || person.formerKeys.contains(key));
    }

    private static List<Contact> contacts(Oracle oracle, RandomImport random) {
        List<Contact> contacts = new ArrayList<>();
        for (Map<Target, String> stored : random.stored()) {
            Map<String, Object> values = new TreeMap<>();
            Contact.Draft draft = Contact.create(UUID.randomUUID());
            stored.forEach(
                    (target, text) -> values.put(Person.field(target), set(draft, target, text)));
            if (oracle.people.all.stream().noneMatch(person -> sharesKey(person, values))) {
                oracle.people.add().values.putAll(values);
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
        return People.KEYS.stream()
                .anyMatch(key ->
                        values.get(key) != null
                                && Objects.equals(values.get(key), person.values.get(key)));
    }
}
