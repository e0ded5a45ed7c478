package io.muster.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
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

/// One random import through the engine, in batches of random size, each decided ahead of the write
/// of the one before, beside the oracle.
final class Comparison {
    private final long seed;
    private final RandomImport random;
    private final Oracle oracle;
    private final Store store;
    private final Map<UUID, Integer> names = new HashMap<>();

    Comparison(long seed) {
        this.seed = seed;
        this.random = RandomImport.of(seed);
        this.oracle = new Oracle(random.options(), TestRules.by(TestRules.of(random.options())));
        Stock stock = Stock.fill(oracle, random);
        stock.contacts().forEach(contact -> names.put(contact.id(), names.size()));
        this.store = new Store(stock);
    }

    /// Compares every row, what it replaced, and every contact.
    ///
    /// @return the fates that rows had, as `action CODE`
    Set<String> make() {
        List<Decision> decisions = decisions(new Random(seed));
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            Verdict expected = oracle.take(i + 1, random.rows().get(i));
            Verdict actual = verdict(decisions.get(i).outcome());
            assertThat(actual).as("row %d of seed %d", i + 1, seed).isEqualTo(expected);
            assertThat(replaced(decisions.get(i)))
                    .as("what row %d of seed %d replaced", i + 1, seed)
                    .isEqualTo(oracle.replaced);
            met.addAll(fates(actual));
        }
        assertDuplicatesNameTheFirst(decisions);
        assertThat(Store.state(store.contacts.values()))
                .as("contacts of seed %d", seed)
                .isEqualTo(oracle.state());
        return met;
    }

    /// Where batches end must not be seen.
    private void assertDuplicatesNameTheFirst(List<Decision> decisions) {
        Map<UUID, Long> firstRows = new HashMap<>();
        for (Decision decision : decisions) {
            if (decision.outcome() instanceof Outcome.Placed placed) {
                long row = decision.row().source().number();
                Long first = firstRows.putIfAbsent(placed.contactId(), row);
                assertThat(placed.info())
                        .filteredOn(info -> info.code() == Code.DUPLICATE_IN_FILE)
                        .extracting(Info::value)
                        .as("the first row with the contact of row %d of seed %d", row, seed)
                        .isEqualTo(first == null ? List.of() : List.of(first.toString()));
            }
        }
    }

    private static List<String> fates(Verdict verdict) {
        return verdict.codes().isEmpty()
                ? List.of(verdict.action())
                : verdict.codes().stream()
                        .map(code -> verdict.action() + " " + code.split(":")[0])
                        .toList();
    }

    private List<Decision> decisions(Random chance) {
        Plan plan = new Plan(random.options(), TestRules.of(random.options()), RandomImport.FIELDS);
        Decider decider =
                plan.decider(() -> {
                    UUID id = UUID.randomUUID();
                    names.put(id, names.size());
                    return id;
                });
        List<Decision> all = new ArrayList<>();
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
            unwritten = rows.stream().map(row -> decider.decide(row, contacts)).toList();
            all.addAll(unwritten);
            from = to;
        }
        store.write(unwritten);
        return all;
    }

    /// The row as the reader gives it: whole, with a remark when it was too short.
    private SourceRow source(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return new SourceRow.Blank(number, number + 1);
        }
        int missing = random.options().columns().size() - cells.size();
        List<String> whole = new ArrayList<>(cells);
        whole.addAll(Collections.nCopies(missing, ""));
        List<Info> warnings = missing > 0 ? List.of(Info.of(Code.SHORT_ROW)) : List.of();
        return new SourceRow.Filled(number, number + 1, whole, warnings);
    }

    private Verdict verdict(Outcome outcome) {
        List<String> codes = outcome.info().stream().map(Comparison::code).toList();
        String action = outcome.action().name().toLowerCase(Locale.ROOT);
        return switch (outcome) {
            case Outcome.Created created ->
                    new Verdict(action, null, name(created.contactId()), codes);
            case Outcome.Updated updated ->
                    new Verdict(action, updated.matchedOn(), name(updated.contactId()), codes);
            case Outcome.Unchanged same ->
                    new Verdict(action, same.matchedOn(), name(same.contactId()), codes);
            case Outcome.Skipped _, Outcome.Failed _ -> new Verdict(action, null, null, codes);
        };
    }

    /// Tags and the flag have no such thing as no value; to the oracle, none and unset are one.
    private static Map<String, @Nullable Object> replaced(Decision decision) {
        Map<String, @Nullable Object> replaced = new TreeMap<>();
        if (decision.change() instanceof Change.Update update) {
            update.before()
                    .forEach((field, value) -> {
                        boolean unset =
                                List.of().equals(value)
                                        || (field.equals("do_not_contact")
                                                && Boolean.FALSE.equals(value));
                        replaced.put(field, unset ? null : value);
                    });
        }
        return replaced;
    }

    private @Nullable Integer name(UUID id) {
        return names.get(id);
    }

    private static String code(Info info) {
        return info.field() == null ? info.code().name() : info.code() + ":" + info.field();
    }
}
