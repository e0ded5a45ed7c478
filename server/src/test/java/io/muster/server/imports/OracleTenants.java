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
import io.muster.engine.oracle.TestRules;
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
import io.muster.server.platform.Json;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Makes tenants that the oracle knows: the same fields, teams, contacts, suppressions, merged and
/// erased people on both sides.
@Component
public class OracleTenants {
    private final TestTenants tenants;
    private final CustomFields fields;
    private final Teams teams;
    private final FieldRules rules;
    private final ContactBatches batches;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    OracleTenants(
            TestTenants tenants,
            CustomFields fields,
            Teams teams,
            FieldRules rules,
            ContactBatches batches,
            TenantTransactions transactions,
            JdbcClient jdbc) {
        this.tenants = tenants;
        this.fields = fields;
        this.teams = teams;
        this.rules = rules;
        this.batches = batches;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    public OracleTenant make(MockMvcTester web, RandomImport random) {
        return new OracleTenant(web, random);
    }

    /// What became of rows, without the places that their remarks are about.
    public static Set<String> fates(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict ->
                        verdict.codes().isEmpty()
                                ? Stream.of(verdict.action())
                                : verdict.codes().stream()
                                        .map(code -> verdict.action() + " " + code.split(":")[0]))
                .collect(Collectors.toSet());
    }

    /// One of them, before anything was imported.
    public final class OracleTenant {
        private final TestApi api;
        private final Oracle oracle;
        private final Map<String, Integer> names = new HashMap<>();

        private OracleTenant(MockMvcTester web, RandomImport random) {
            api = new TestApi(web, tenants.create());
            tenants.member(id(), Role.OPERATOR);
            tenants.member(id(), Role.ADMIN);
            Stream.of(TestRules.TEAMS).forEach(name -> teams.create(id(), name));
            oracle =
                    new Oracle(
                            random.options(),
                            TestRules.by(rules.of(id(), random.options().defaultRegion())));
            fields.ensure(
                    id(),
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
        }

        public TestApi api() {
            return api;
        }

        public TenantId id() {
            return api.tenant().id();
        }

        public Oracle oracle() {
            return oracle;
        }

        /// What the server says of a row, in the words of the oracle.
        public Verdict verdict(Map<String, Object> row) {
            String action = row.get("action") + "";
            String contact = (String) row.get("contact_id");
            if (contact != null && action.equals("created")) {
                names.putIfAbsent(contact, names.size());
            }
            return new Verdict(
                    action,
                    (@Nullable String) row.get("matched_on"),
                    contact == null ? null : names.get(contact),
                    ImportApi.codes(row));
        }

        public List<Contact> contacts() {
            return transactions.call(
                    id(),
                    () ->
                            jdbc
                                    .sql("select id from contact where deleted_at is null")
                                    .query((row, i) -> row.getObject(1, UUID.class))
                                    .stream()
                                    .map(contact -> batches.find(id(), contact).orElseThrow())
                                    .toList());
        }

        private void post(String path, Object body) {
            var answer = api.post("/api/v1" + path, Json.write(body));
            assertThat(answer.getResponse().getStatus())
                    .as(TestBrowser.text(answer))
                    .isBetween(200, 204);
        }

        private UUID contactWith(Listed key) {
            Contact contact =
                    Contact.create(UUID.randomUUID())
                            .text(StandardField.byKey(key.kind()).orElseThrow(), key.value())
                            .done();
            store(List.of(contact));
            return contact.id();
        }

        private void store(List<Contact> contacts) {
            transactions.run(
                    id(),
                    () -> {
                        batches.lockAndRaiseVersion(id());
                        batches.write(
                                id(),
                                StagedContacts.of(
                                        contacts.stream()
                                                .map(contact -> (Change) new Change.Create(contact))
                                                .toList()),
                                new Origin("a test"));
                    });
        }
    }
}
