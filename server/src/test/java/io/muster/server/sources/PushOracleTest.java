package io.muster.server.sources;

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
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.FieldRules;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.RandomSettings;
import io.muster.server.platform.Json;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Seeded random objects over random contacts, pushed to a source: every one and every contact
/// comes out as the oracle has it, and the dry run has said so before.
@ServerTest
class PushOracleTest {
    private static final int SEEDS = 80;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired CustomFields fields;
    @Autowired Teams teams;
    @Autowired FieldRules rules;
    @Autowired ContactBatches batches;
    @Autowired Sources sources;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    @Test
    void pushesDoWhatTheOracleSays() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            met.addAll(new Case(seed).run());
        }
        assertThat(met)
                .as("every fate a pushed object can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped ERASED",
                        "skipped SUPPRESSED",
                        "none NO_IDENTITY",
                        "created INVALID_PHONE",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated DUPLICATE_IN_FILE");
    }

    /// One random push, to a source of a tenant of its own.
    private final class Case {
        private final long seed;
        private final RandomImport random;
        private final Oracle oracle;
        private final TestApi api = new TestApi(web, tenants.create());
        private final TenantId tenant = api.tenant().id();
        private final Map<String, Integer> names = new HashMap<>();
        private final List<List<String>> rows;

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
                post(
                        "/contacts/" + former.survivor() + "/merge",
                        Map.of("other", contactWith(former.key())));
            }
            for (Listed key : stock.erased()) {
                post("/contacts/" + contactWith(key) + "/erase", Map.of());
            }
            post("/suppressions", stock.suppressed());
            // An object has no cells that could be missing, nor is it ever a blank line.
            int columns = random.options().columns().size();
            rows =
                    random.rows().stream()
                            .map(row ->
                                    Stream.concat(row.stream(), Stream.generate(() -> ""))
                                            .limit(columns)
                                            .toList())
                            .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                            .toList();
        }

        Set<String> run() {
            ImportSettings settings = RandomSettings.of(random.options());
            List<ColumnSettings> mapping =
                    Objects.requireNonNull(settings.columns()).stream()
                            .map(column -> column.at(null, "/c" + column.index()))
                            .toList();
            sources.create(
                    tenant, "crm", new Source.Content("CRM", mapping, settings.withColumns(null)));
            List<Verdict> expected = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                expected.add(oracle.take(i + 1, rows.get(i)));
            }
            Object body = rows.stream().map(Case::object).toList();
            List<Map<String, Object>> tried = results("/sources/crm/contacts?dry_run=true", body);
            List<Map<String, Object>> results = results("/sources/crm/contacts", body);

            assertThat(results.stream().map(this::verdict).toList())
                    .as("outcomes of seed %d", seed)
                    .isEqualTo(expected);
            assertThat(tried.stream().map(Case::fate).toList())
                    .as("dry run of seed %d", seed)
                    .isEqualTo(results.stream().map(Case::fate).toList());
            assertThat(Store.state(contacts()))
                    .as("contacts of seed %d", seed)
                    .isEqualTo(oracle.state());
            return expected.stream()
                    .flatMap(verdict ->
                            verdict.codes().isEmpty()
                                    ? Stream.of(verdict.action())
                                    : verdict.codes().stream()
                                            .map(code ->
                                                    verdict.action() + " " + code.split(":")[0]))
                    .collect(Collectors.toSet());
        }

        private static Map<String, String> object(List<String> cells) {
            Map<String, String> object = new LinkedHashMap<>();
            IntStream.range(0, cells.size()).forEach(i -> object.put("c" + i, cells.get(i)));
            return object;
        }

        private static String fate(Map<String, Object> result) {
            return result.get("action")
                    + " "
                    + result.get("result")
                    + " "
                    + ImportApi.codes(result);
        }

        private List<Map<String, Object>> results(String path, Object body) {
            return TestApi.json(api.post("/api/v1" + path, Json.write(body))).read("$.results");
        }

        private Verdict verdict(Map<String, Object> result) {
            String action = (String) result.get("action");
            String contact = (String) result.get("contact_id");
            if (contact != null && "created".equals(action)) {
                names.put(contact, names.size());
            }
            return new Verdict(
                    action + "",
                    (@Nullable String) result.get("matched_on"),
                    contact == null ? null : names.get(contact),
                    ImportApi.codes(result));
        }

        private void post(String path, Object body) {
            var answer = api.post("/api/v1" + path, Json.write(body));
            assertThat(answer.getResponse().getStatus())
                    .as(TestBrowser.text(answer))
                    .isBetween(200, 204);
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
}
