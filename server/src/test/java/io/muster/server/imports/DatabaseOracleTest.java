package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.oracle.Oracle;
import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.oracle.People.Listed;
import io.muster.engine.oracle.RandomImport;
import io.muster.engine.oracle.Stock;
import io.muster.engine.oracle.Store;
import io.muster.engine.oracle.TestRules;
import io.muster.server.access.Role;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.FieldRules;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.Json;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Seeded random files over random contacts, through the real pipeline in batches of seven rows:
/// every row and every contact comes out as the oracle has it, and the review has said so before.
@TestPropertySource(properties = {"muster.import.batch-rows=7", "muster.import.workers=6"})
class DatabaseOracleTest extends ImportTest {
    private static final int SEEDS = 60;
    private static final int AT_ONCE = 12;

    /// One in so many imports is retried.
    private static final int RETRIED = 4;

    @Autowired CustomFields fields;
    @Autowired Teams teams;
    @Autowired FieldRules rules;
    @Autowired ContactBatches batches;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    /// One random import on its way through the server, in a tenant of its own.
    private final class Case {
        private final long seed;
        private final RandomImport random;
        private final Oracle oracle;
        private final ImportApi api = new ImportApi(web, tenants.create());
        private final TenantId tenant = api.tenant().id();
        private final Map<String, Integer> names = new HashMap<>();
        private final UUID id;

        Case(long seed) {
            this.seed = seed;
            random = RandomImport.of(seed);
            tenants.member(tenant, Role.OPERATOR);
            tenants.member(tenant, Role.ADMIN);
            Stream.of(TestRules.TEAMS).forEach(name -> teams.create(tenant, name));
            oracle =
                    new Oracle(
                            random.options(),
                            TestRules.by(rules.of(tenant, random.options().defaultRegion())));
            fields.ensure(
                    tenant,
                    RandomImport.FIELDS.entrySet().stream()
                            .map(field ->
                                    new CustomField(
                                            field.getKey(),
                                            field.getKey(),
                                            field.getValue().type(),
                                            field.getValue().options()))
                            .toList());
            Stock stock = Stock.fill(oracle, random);
            stock.contacts().forEach(contact -> names.put(contact.id().toString(), names.size()));
            store(stock.contacts());
            for (Stock.Former former : stock.merged()) {
                UUID merged = contactWith(former.key());
                assertThat(
                                post(
                                        "/contacts/" + former.survivor() + "/merge",
                                        Map.of("other", merged)))
                        .hasStatusOk();
            }
            for (Listed key : stock.erased()) {
                assertThat(post("/contacts/" + contactWith(key) + "/erase", Map.of()))
                        .hasStatus(204);
            }
            assertThat(post("/suppressions", stock.suppressed())).hasStatus(201);
            id = api.upload(csv(random), Json.write(RandomSettings.of(random.options())));
        }

        private void store(List<Contact> contacts) {
            transactions.run(
                    tenant,
                    () -> {
                        batches.lockAndRaiseVersion(tenant);
                        batches.write(
                                tenant,
                                StagedContacts.of(
                                        contacts.stream()
                                                .map(contact -> (Change) new Change.Create(contact))
                                                .toList()),
                                new Origin("a test"));
                    });
        }

        private UUID contactWith(Listed key) {
            Contact contact =
                    Contact.create(UUID.randomUUID())
                            .text(StandardField.byKey(key.kind()).orElseThrow(), key.value())
                            .done();
            store(List.of(contact));
            return contact.id();
        }

        private MvcTestResult post(String path, Object body) {
            return api.send(
                    web.post()
                            .uri("/api/v1" + path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(Json.write(body)));
        }

        Set<String> finish() {
            ReviewCheck review = ReviewCheck.of(api, id);
            if (seed % 5 == 0) {
                review.assertCountsHaveRows();
            }
            assertThat(api.start(id)).hasStatus(202);
            api.await(id);
            List<Verdict> expected = new ArrayList<>();
            for (int i = 0; i < random.rows().size(); i++) {
                expected.add(oracle.take(i + 1, random.rows().get(i)));
            }
            List<Verdict> actual = api.rows(id, null).stream().map(this::verdict).toList();
            assertThat(actual).as("outcomes of seed %d", seed).isEqualTo(expected);
            assertThat(Store.state(contacts()))
                    .as("contacts of seed %d", seed)
                    .isEqualTo(oracle.state());
            review.assertHolds("seed " + seed);
            invariants().assertHold(tenant);
            if (seed % RETRIED == 0) {
                retry(expected, actual);
            }
            return expected.stream()
                    .flatMap(verdict ->
                            verdict.codes().isEmpty()
                                    ? Stream.of(verdict.action())
                                    : verdict.codes().stream()
                                            .map(code ->
                                                    verdict.action() + " " + code.split(":")[0]))
                    .collect(Collectors.toSet());
        }

        /// Some rows that came to nothing are written anew; then those that failed run again.
        private void retry(List<Verdict> expected, List<Verdict> before) {
            Random choice = new Random(seed);
            List<Integer> again = new ArrayList<>();
            Map<Integer, List<String>> cells = new HashMap<>();
            for (int i = 0; i < before.size(); i++) {
                boolean failed = before.get(i).action().equals("none");
                boolean edited =
                        failed && choice.nextInt(3) > 0
                                || isOpen(before.get(i)) && choice.nextInt(4) == 0;
                cells.put(i, random.rows().get(i));
                if (edited) {
                    List<String> other = random.rows().get(choice.nextInt(random.rows().size()));
                    cells.put(i, other);
                    edit(i + 1, other, random.rows().get(i));
                }
                if (failed || edited && !full(cells.get(i)).equals(full(random.rows().get(i)))) {
                    again.add(i);
                }
            }
            if (before.stream().noneMatch(row -> row.action().equals("none")) && again.isEmpty()) {
                return;
            }
            api.retry(id);
            List<Verdict> latest = new ArrayList<>(expected);
            for (int i : again) {
                Verdict verdict = oracle.take(i + 1, full(cells.get(i)));
                latest.set(i, verdict);
            }
            assertThat(api.rows(id, null).stream().map(this::verdict).toList())
                    .as("outcomes of seed %d after a retry", seed)
                    .isEqualTo(latest);
            assertThat(Store.state(contacts()))
                    .as("contacts of seed %d after a retry", seed)
                    .isEqualTo(oracle.state());
            invariants().assertHold(tenant);
        }

        /// Of the erased nothing is kept that could be mended.
        private static boolean isOpen(Verdict row) {
            return row.action().equals("skipped")
                    && row.codes().stream().noneMatch(code -> code.startsWith("ERASED"));
        }

        /// Cells that a row lacks are blank once somebody has looked at it.
        private List<String> full(@Nullable List<String> cells) {
            List<String> full = new ArrayList<>(cells == null ? List.of() : cells);
            while (full.size() < random.options().columns().size()) {
                full.add("");
            }
            return full;
        }

        private void edit(int row, List<String> cells, List<String> former) {
            Map<Integer, String> texts = new HashMap<>();
            List<String> full = full(cells);
            for (int i = 0; i < full.size(); i++) {
                texts.put(i, full.get(i));
            }
            for (int i = full.size(); i < former.size(); i++) {
                texts.put(i, "");
            }
            assertThat(
                            api.send(
                                    web.patch()
                                            .uri("/api/v1/imports/" + id + "/rows/" + row)
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .content(Json.write(Map.of("cells", texts)))))
                    .hasStatusOk();
        }

        private Verdict verdict(Map<String, Object> row) {
            String action = (String) row.get("action");
            String contact = (String) row.get("contact_id");
            if (contact != null && "created".equals(action)) {
                names.putIfAbsent(contact, names.size());
            }
            return new Verdict(
                    action + "",
                    (@Nullable String) row.get("matched_on"),
                    contact == null ? null : names.get(contact),
                    ImportApi.codes(row));
        }

        private List<Contact> contacts() {
            return transactions.call(
                    tenant,
                    () ->
                            jdbc
                                    .sql("select id from contact where deleted_at is null")
                                    .query((row, i) -> row.getObject(1, UUID.class))
                                    .stream()
                                    .map(contact -> batches.find(tenant, contact).orElseThrow())
                                    .toList());
        }
    }

    @Test
    void thePipelineDoesWhatTheOracleSays() {
        assertThat(run(0, SEEDS))
                .as("every fate a row can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped BLANK_ROW",
                        "skipped MISSING_PHONE",
                        "skipped NO_MATCH_SKIPPED",
                        "skipped EXISTING_SKIPPED",
                        "skipped DUPLICATE_IN_FILE",
                        "skipped SUPPRESSED",
                        "skipped ERASED",
                        "none INVALID_PHONE",
                        "none EXCEL_DAMAGED",
                        "none MATCH_CONFLICT",
                        "none KEY_TAKEN",
                        "none ALREADY_EXISTS",
                        "none NO_IDENTITY",
                        "created INVALID_PHONE",
                        "updated DUPLICATE_IN_FILE",
                        "unchanged DUPLICATE_IN_FILE",
                        "created SUPPRESSED",
                        "updated SUPPRESSED",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated MERGED_KEY");
    }

    @Tag("slow")
    @Test
    void andSoItDoesWithMore() {
        assertThat(run(SEEDS, 6 * SEEDS)).isNotEmpty();
    }

    /// @return the fates that rows met
    private Set<String> run(long from, long to) {
        Set<String> met = new TreeSet<>();
        try (var waiting = Executors.newFixedThreadPool(AT_ONCE)) {
            LongStream.range(from, to)
                    .mapToObj(seed ->
                            CompletableFuture.supplyAsync(() -> new Case(seed).finish(), waiting))
                    .toList()
                    .forEach(fates -> met.addAll(fates.join()));
        }
        return met;
    }

    /// The header says nothing of the fields, so that the mapping does.
    private static byte[] csv(RandomImport random) {
        Stream<String> header =
                random.options().columns().stream()
                        .map(column -> "Column %d".formatted(column.index()));
        return Stream.concat(Stream.of(header.toList()), random.rows().stream())
                .map(cells ->
                        cells.stream()
                                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                                        .collect(Collectors.joining(","))
                                + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
