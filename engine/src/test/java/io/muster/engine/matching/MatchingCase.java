package io.muster.engine.matching;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.Directory;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.TagPolicy;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.engine.plan.Strictness;
import io.muster.engine.plan.TimezoneSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A small import as a case tells it: who is there, what the options are, and the rows.
final class MatchingCase {
    private final Map<String, Object> told;
    private final Map<String, UUID> names = new LinkedHashMap<>();
    private final Map<UUID, Contact> contacts = new LinkedHashMap<>();
    private final WorkingSet known = new WorkingSet();

    MatchingCase(Map<String, Object> told) {
        this.told = told;
        map("stored").forEach((name, values) -> put(name.toString(), (Map<?, ?>) values));
        for (Map<?, ?> former : maps("former")) {
            UUID survivor = names.computeIfAbsent(former.get("of") + "", _ -> UUID.randomUUID());
            keys(former).forEach((key, value) -> known.lead(key, value, survivor));
        }
        maps("suppressed").forEach(listed -> keys(listed).forEach(known::suppress));
        maps("erased").forEach(listed -> keys(listed).forEach(known::erase));
    }

    List<Outcome> run() {
        List<String> fields =
                maps("rows").getFirst().keySet().stream().map(Object::toString).toList();
        Rules rules =
                new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));
        Plan plan = new Plan(options(fields), rules, Map.of());
        Decider decider = plan.decider(UUID::randomUUID);
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<?, ?> row : maps("rows")) {
            List<String> cells = fields.stream().map(field -> row.get(field) + "").toList();
            Decision decision =
                    decider.decide(plan.mapper().map(source(outcomes.size() + 1L, cells)), known);
            if (decision.change() != null) {
                contacts.put(decision.change().contactId(), decision.change().after());
            }
            outcomes.add(decision.outcome());
        }
        return outcomes;
    }

    /// What is stored in the end, by field.
    List<Map<String, Object>> contacts() {
        return contacts.values().stream().map(MatchingCase::values).toList();
    }

    /// What the case calls a contact, after a space; nothing for one that the rows made.
    String name(UUID contact) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(contact))
                .map(entry -> " " + entry.getKey())
                .findFirst()
                .orElse("");
    }

    /// A text with ids in place of names in braces.
    String ids(String text) {
        String said = text;
        for (Map.Entry<String, UUID> entry : names.entrySet()) {
            said = said.replace("{" + entry.getKey() + "}", entry.getValue().toString());
        }
        return said;
    }

    private ImportOptions options(List<String> fields) {
        Strictness strictness = choice(told, "strictness", Strictness.STRICT);
        Map<?, ?> options = map("options");
        MatchOptions usual = MatchOptions.DEFAULT;
        return new ImportOptions(
                columns(fields, choice(options, "blank", BlankPolicy.KEEP)),
                new MatchOptions(
                        options.get("match_on") instanceof List<?> keys
                                ? keys.stream()
                                        .map(key ->
                                                IdentityKey.valueOf(
                                                        key.toString().toUpperCase(Locale.ROOT)))
                                        .toList()
                                : usual.matchOn(),
                        choice(options, "existing", usual.existing()),
                        choice(options, "missing", usual.missing()),
                        choice(options, "duplicates_in_file", usual.duplicatesInFile()),
                        choice(options, "suppressed", usual.suppressed()),
                        choice(options, "on_conflict", strictness.onConflict()),
                        List.of()),
                choice(options, "on_invalid", strictness.onInvalid()),
                options.get("required") instanceof List<?> required
                        ? required.stream().map(Object::toString).toList()
                        : strictness.required(List.of("phone")),
                "US",
                TimezoneSource.FILE);
    }

    private static List<ColumnMapping> columns(List<String> fields, BlankPolicy blank) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (String field : fields) {
            columns.add(
                    new ColumnMapping(
                            columns.size(),
                            Target.of(StandardField.byKey(field).orElseThrow()),
                            WritePolicy.ALWAYS,
                            blank,
                            TagPolicy.APPEND,
                            CellReading.DEFAULT));
        }
        return columns;
    }

    private void put(String name, Map<?, ?> values) {
        Contact.Draft draft = Contact.create(UUID.randomUUID());
        values.forEach((field, value) -> {
            if (value instanceof Boolean flag) {
                draft.doNotContact(flag);
            } else {
                draft.text(StandardField.byKey(field.toString()).orElseThrow(), value.toString());
            }
        });
        Contact contact = draft.done();
        names.put(name, contact.id());
        contacts.put(contact.id(), contact);
        known.put(contact);
    }

    private static Map<String, Object> values(Contact contact) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (StandardField field : StandardField.values()) {
            String text = contact.text(field);
            if (text != null) {
                values.put(field.key(), text);
            }
        }
        if (contact.doNotContact()) {
            values.put("do_not_contact", true);
        }
        return values;
    }

    private static Map<IdentityKey, String> keys(Map<?, ?> values) {
        Map<IdentityKey, String> keys = new LinkedHashMap<>();
        for (IdentityKey key : IdentityKey.values()) {
            if (values.get(key.field().key()) instanceof String value) {
                keys.put(key, value);
            }
        }
        return keys;
    }

    private static SourceRow source(long number, List<String> cells) {
        return cells.stream().allMatch(String::isEmpty)
                ? new SourceRow.Blank(number, number + 1)
                : new SourceRow.Filled(number, number + 1, cells, List.of());
    }

    private static <E extends Enum<E>> E choice(Map<?, ?> options, String name, E usual) {
        Object chosen = options.get(name);
        return chosen == null
                ? usual
                : Enum.valueOf(
                        usual.getDeclaringClass(), chosen.toString().toUpperCase(Locale.ROOT));
    }

    private Map<?, ?> map(String name) {
        return (Map<?, ?>) told.getOrDefault(name, Map.of());
    }

    private List<Map<?, ?>> maps(String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) told.getOrDefault(name, List.of())).forEach(one -> maps.add((Map<?, ?>) one));
        return maps;
    }
}
