package io.muster.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of seeded imports, in batches of random size, each decided ahead of the write of the
/// one before: every row and every contact must come out as the oracle has it.
class OracleTest {
    private static final int SEEDS = 20_000;
    private static final Rules RULES = TestRules.rules();

    @Test
    void batchesDecideAsOneRowAfterAnother() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            met.addAll(compare(seed));
        }
        assertThat(met)
                .as("every fate a row can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped BLANK_ROW",
                        "skipped MISSING_PHONE",
                        "skipped MISSING_EMAIL",
                        "skipped MISSING_FIELD",
                        "skipped NO_MATCH_SKIPPED",
                        "skipped EXISTING_SKIPPED",
                        "skipped DUPLICATE_IN_FILE",
                        "skipped SUPPRESSED",
                        "none INVALID_PHONE",
                        "none INVALID_EMAIL",
                        "none INVALID_YES_NO",
                        "none MATCH_CONFLICT",
                        "none KEY_TAKEN",
                        "none ALREADY_EXISTS",
                        "none DUPLICATE_IN_FILE",
                        "created INVALID_PHONE",
                        "updated DUPLICATE_IN_FILE",
                        "unchanged DUPLICATE_IN_FILE");
    }

    private static Set<String> compare(long seed) {
        RandomImport random = RandomImport.of(seed);
        Oracle oracle = new Oracle(random.options(), OracleTest::rule);
        Store store = new Store();
        Map<UUID, Integer> names = new HashMap<>();
        stock(random, oracle, store, names);
        List<Verdict> expected = new ArrayList<>();
        for (int i = 0; i < random.rows().size(); i++) {
            expected.add(oracle.take(i + 1, random.rows().get(i)));
        }
        List<Verdict> actual = run(random, store, names, new Random(seed));
        assertThat(actual).as("outcomes of seed %d", seed).isEqualTo(expected);
        assertThat(state(store)).as("contacts of seed %d", seed).isEqualTo(oracle.state());
        Set<String> met = new TreeSet<>();
        actual.forEach(verdict -> {
            if (verdict.codes().isEmpty()) {
                met.add(verdict.action());
            }
            verdict.codes().forEach(code -> met.add(verdict.action() + " " + code.split(":")[0]));
        });
        return met;
    }

    /// Puts the same contacts into both; one whose key is taken already is left out.
    private static void stock(
            RandomImport random, Oracle oracle, Store store, Map<UUID, Integer> names) {
        for (List<String> cells : random.stored()) {
            Map<String, Object> values = new TreeMap<>();
            Contact.Draft draft = Contact.create(UUID.randomUUID());
            for (ColumnMapping column : random.options().columns()) {
                String text = cells.get(column.index());
                String field = column.target().text();
                if (text.isEmpty() || text.equals("no")) {
                    continue;
                }
                switch (column.target()) {
                    case Target.Standard standard -> {
                        switch (standard.field()) {
                            case TAGS -> {
                                values.put(field, List.of(text.split(";")));
                                draft.tags(List.of(text.split(";")));
                            }
                            case DO_NOT_CONTACT -> {
                                values.put(field, true);
                                draft.doNotContact(true);
                            }
                            default -> {
                                values.put(field, text);
                                draft.text(standard.field(), text);
                            }
                        }
                    }
                    default -> {
                        values.put(field, text);
                        draft.custom("plan", text);
                    }
                }
            }
            boolean taken =
                    oracle.people.stream()
                            .anyMatch(person ->
                                    List.of("external_id", "phone", "email").stream()
                                            .anyMatch(key ->
                                                    values.get(key) != null
                                                            && values.get(key)
                                                                    .equals(
                                                                            person.values.get(
                                                                                    key))));
            if (!taken) {
                Oracle.Person person = oracle.add();
                person.values.putAll(values);
                Contact contact = draft.done();
                store.contacts.put(contact.id(), contact);
                names.put(contact.id(), person.name);
            }
        }
    }

    private static List<Verdict> run(
            RandomImport random, Store store, Map<UUID, Integer> names, Random chance) {
        Plan plan = new Plan(random.options(), RULES, Map.of("plan", FieldType.TEXT));
        Decider decider =
                plan.decider(() -> {
                    UUID id = UUID.randomUUID();
                    names.put(id, names.size());
                    return id;
                });
        List<Verdict> verdicts = new ArrayList<>();
        List<Decision> unwritten = List.of();
        int from = 0;
        while (from < random.rows().size()) {
            int to = Math.min(random.rows().size(), from + 1 + chance.nextInt(20));
            List<MappedRow> rows = new ArrayList<>();
            for (int i = from; i < to; i++) {
                rows.add(plan.mapper().map(source(i + 1, random.rows().get(i))));
            }
            // The look-up may see the store before or after the write of the batch before.
            boolean early = chance.nextBoolean();
            if (!early) {
                store.write(unwritten);
            }
            WorkingSet contacts = store.lookUp(rows, decider);
            contacts.follow(unwritten);
            if (early) {
                store.write(unwritten);
            }
            List<Decision> decisions =
                    rows.stream().map(row -> decider.decide(row, contacts)).toList();
            decisions.forEach(decision -> verdicts.add(verdict(decision.outcome(), names)));
            unwritten = decisions;
            from = to;
        }
        store.write(unwritten);
        return verdicts;
    }

    private static SourceRow source(int number, List<String> cells) {
        return cells.stream().allMatch(String::isEmpty)
                ? new SourceRow.Blank(number, number + 1)
                : new SourceRow.Filled(number, number + 1, cells, List.of());
    }

    private static Verdict verdict(Outcome outcome, Map<UUID, Integer> names) {
        List<String> codes = outcome.info().stream().map(OracleTest::code).toList();
        String action = outcome.action().name().toLowerCase(Locale.ROOT);
        return switch (outcome) {
            case Outcome.Created created ->
                    new Verdict(action, null, name(created.contactId(), names), codes);
            case Outcome.Updated updated ->
                    new Verdict(
                            action, updated.matchedOn(), name(updated.contactId(), names), codes);
            case Outcome.Unchanged same ->
                    new Verdict(action, same.matchedOn(), name(same.contactId(), names), codes);
            case Outcome.Skipped _, Outcome.Failed _ -> new Verdict(action, null, null, codes);
        };
    }

    private static @Nullable Integer name(UUID id, Map<UUID, Integer> names) {
        return names.get(id);
    }

    private static String code(Info info) {
        return info.field() == null ? info.code().name() : info.code() + ":" + info.field();
    }

    private static CellRule rule(ColumnMapping column) {
        return switch (column.target()) {
            case Target.Standard(StandardField field) -> RULES.of(field);
            case Target.Custom _, Target.NewCustom _, Target.Skip _ -> RULES.of(FieldType.TEXT);
        };
    }

    private static TreeSet<String> state(Store store) {
        TreeSet<String> lines = new TreeSet<>();
        store.contacts
                .values()
                .forEach(contact -> {
                    Map<String, Object> values = new TreeMap<>();
                    for (StandardField field : EnumSet.allOf(StandardField.class)) {
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
                    contact.custom().forEach((key, value) -> values.put("cf:" + key, value));
                    lines.add(values.toString());
                });
        return lines;
    }
}
