package io.muster.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of seeded imports, in batches of random size, each decided ahead of the write of the
/// one before: every row and every contact must come out as the oracle has it.
class OracleTest {
    private static final int SEEDS = 6_000;

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
                        "skipped ERASED",
                        "none INVALID_PHONE",
                        "none INVALID_EMAIL",
                        "none INVALID_YES_NO",
                        "none INVALID_NUMBER",
                        "none EXCEL_DAMAGED",
                        "none INVALID_DATE",
                        "none INVALID_CHOICE",
                        "none INVALID_COUNTRY",
                        "none MATCH_CONFLICT",
                        "none KEY_TAKEN",
                        "none ALREADY_EXISTS",
                        "none DUPLICATE_IN_FILE",
                        "none NO_IDENTITY",
                        "none KEY_BELONGS_TO_OTHER",
                        "created INVALID_PHONE",
                        "created INVALID_COUNTRY",
                        "updated INVALID_NUMBER",
                        "updated INVALID_CHOICE",
                        "updated DUPLICATE_IN_FILE",
                        "unchanged DUPLICATE_IN_FILE",
                        "created SUPPRESSED",
                        "created KEY_BELONGS_TO_OTHER",
                        "updated SUPPRESSED",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated MERGED_KEY");
    }

    private static Set<String> compare(long seed) {
        RandomImport random = RandomImport.of(seed);
        Oracle oracle = new Oracle(random.options(), TestRules::rule);
        Stock stock = Stock.fill(oracle, random);
        Store store = new Store(stock);
        Map<UUID, Integer> names = new HashMap<>();
        stock.contacts().forEach(contact -> names.put(contact.id(), names.size()));
        List<Verdict> expected = new ArrayList<>();
        for (int i = 0; i < random.rows().size(); i++) {
            expected.add(oracle.take(i + 1, random.rows().get(i)));
        }
        List<Verdict> actual = run(random, store, names, new Random(seed));
        assertThat(actual).as("outcomes of seed %d", seed).isEqualTo(expected);
        assertThat(Store.state(store.contacts.values()))
                .as("contacts of seed %d", seed)
                .isEqualTo(oracle.state());
        Set<String> met = new TreeSet<>();
        actual.forEach(verdict -> {
            if (verdict.codes().isEmpty()) {
                met.add(verdict.action());
            }
            verdict.codes().forEach(code -> met.add(verdict.action() + " " + code.split(":")[0]));
        });
        return met;
    }

    private static List<Verdict> run(
            RandomImport random, Store store, Map<UUID, Integer> names, Random chance) {
        Plan plan = new Plan(random.options(), TestRules.RULES, RandomImport.FIELDS);
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
}
