package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Seeded random imports over one another, edits, merges and deletions between them, and undos in
/// any order, in batches of seven rows: every row and every contact comes out as the oracle has it,
/// and the preview has said so before.
@TestPropertySource(properties = {"muster.import.batch-rows=7", "muster.import.workers=6"})
class UndoOracleTest extends ImportTest {
    private static final int SEEDS = 12;
    private static final int MANY_SEEDS = 200;
    private static final int AT_ONCE = 12;
    private static final int STEPS = 9;
    private static final List<String> PHONES =
            List.of(
                    "+14155552600",
                    "+14155552601",
                    "+14155552602",
                    "+14155552603",
                    "+14155552604",
                    "");
    private static final List<String> EMAILS = List.of("a@x.org", "b@x.org", "c@x.org", "", "");
    private static final List<String> IDS = List.of("1", "2", "3", "", "");
    private static final List<String> WORDS = List.of("Ana", "Ben", "Cem", "");
    private static final List<String> TAGS = List.of("x", "y", "x;z", "");
    private static final List<String> NUMBERS = List.of("1", "2.50", "0.1", "");
    private static final List<String> FLAGS = List.of("", "", "", "yes");

    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    /// One random life of a tenant's contacts.
    private final class Life {
        private final Random random;
        private final UndoApi undo = new UndoApi(web, new ImportApi(web, tenants.create()));
        private final UndoOracle oracle = new UndoOracle();
        private final List<UUID> imports = new ArrayList<>();
        private final Set<String> met = new TreeSet<>();

        Life(long seed) {
            random = new Random(seed);
            assertThat(
                            undo.imports()
                                    .send(
                                            web.post()
                                                    .uri("/api/v1/fields")
                                                    .contentType(MediaType.APPLICATION_JSON)
                                                    .content(
                                                            "{\"key\": \"seats\", \"label\": \"Seats\", \"type\": \"number\"}")))
                    .hasStatus(201);
        }

        /// @return the fates that rows had
        Set<String> live() {
            importSomething();
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> importSomething();
                    case 3 -> edit();
                    case 4 -> removeSomebody();
                    default -> undoSomething();
                }
            }
            while (!imports.isEmpty()) {
                undoSomething();
            }
            invariants().assertHold(undo.imports().tenant().id());
            return met;
        }

        private void importSomething() {
            Map<String, Map<String, String>> before = contacts();
            DocumentContext done = undo.imports().run(file(), options());
            UUID id = ImportApi.id(done);
            log(id).forEach((row, written) ->
                    oracle.note(id, row, written.contact(), written.before()));
            if (done.read("$.result.created", Integer.class)
                            + done.read("$.result.updated", Integer.class)
                    > 0) {
                imports.add(id);
                if (random.nextInt(5) == 0) {
                    undo(imports.size() - 1);
                    assertThat(contacts()).as("undone at once").isEqualTo(before);
                }
            }
            oracle.see(contacts());
        }

        private void edit() {
            Map<String, Map<String, String>> contacts = contacts();
            if (contacts.isEmpty()) {
                return;
            }
            List<String> ids = List.copyOf(new TreeSet<>(contacts.keySet()));
            String id = one(ids);
            String field = one(List.of("first_name", "company", "email"));
            String value = field.equals("email") ? one(EMAILS) : one(WORDS);
            undo.imports()
                    .send(
                            web.patch()
                                    .uri("/api/v1/contacts/" + id)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{\"%s\": \"%s\"}".formatted(field, value)));
            Map<String, Map<String, String>> after = contacts();
            if (!after.equals(contacts)) {
                Map<String, @Nullable String> image = new HashMap<>();
                image.put(field, contacts.get(id) == null ? null : contacts.get(id).get(field));
                oracle.note(null, 0, id, image);
            }
            oracle.see(after);
        }

        /// Merges a contact into another one, or deletes it.
        private void removeSomebody() {
            Map<String, Map<String, String>> before = contacts();
            List<String> ids = List.copyOf(new TreeSet<>(before.keySet()));
            if (ids.size() < 2) {
                return;
            }
            int which = random.nextInt(ids.size());
            String gone = ids.get(which);
            String path = "/api/v1/contacts/";
            if (random.nextInt(3) == 0) {
                assertThat(undo.imports().send(web.delete().uri(path + gone))).hasStatus(204);
            } else {
                String survivor =
                        ids.get((which + 1 + random.nextInt(ids.size() - 1)) % ids.size());
                assertThat(
                                undo.imports()
                                        .send(
                                                web.post()
                                                        .uri(path + survivor + "/merge")
                                                        .contentType(MediaType.APPLICATION_JSON)
                                                        .content(
                                                                "{\"other\": \"%s\"}"
                                                                        .formatted(gone))))
                        .hasStatusOk();
                oracle.see(before);
                oracle.merge(
                        survivor, gone, former(before.get(survivor), contacts().get(survivor)));
            }
            oracle.see(contacts());
        }

        private void undoSomething() {
            if (!imports.isEmpty()) {
                undo(random.nextInt(imports.size()));
            }
        }

        private void undo(int which) {
            UUID id = imports.remove(which);
            oracle.see(contacts());
            DocumentContext preview = undo.preview(id);
            DocumentContext done = undo.undo(id);
            Map<Long, String> outcomes = new TreeMap<>();
            for (Map<String, Object> row : undo.rows(id, null)) {
                List<String> codes =
                        ImportApi.codes(row).stream().map(code -> code.split(":")[0]).toList();
                outcomes.put(
                        Long.parseLong(row.get("row") + ""),
                        codes.isEmpty()
                                ? "" + row.get("result")
                                : row.get("result") + " " + codes.getFirst());
            }
            assertThat(outcomes).isEqualTo(oracle.undo(id));
            assertThat(contacts()).isEqualTo(oracle.contacts());
            assertThat(UndoApi.summary(preview)).isEqualTo(UndoApi.summary(done));
            met.addAll(outcomes.values());
        }

        private String file() {
            StringBuilder file =
                    new StringBuilder(
                            "External id,Phone,Email,First name,Company,Tags,Seats,Flag\n");
            int rows = 1 + random.nextInt(20);
            for (int i = 0; i < rows; i++) {
                file.append(
                        String.join(
                                ",",
                                one(IDS),
                                one(PHONES),
                                one(EMAILS),
                                one(WORDS),
                                one(WORDS),
                                one(TAGS),
                                one(NUMBERS),
                                one(FLAGS) + "\n"));
            }
            return file.toString();
        }

        private String options() {
            return """
            {"match_on": %s, "required": ["any"], "suppressed": "import_flagged",
             "columns": [{"index": 0, "target": "external_id"}, {"index": 1, "target": "phone"},
                         {"index": 2, "target": "email", "blank": "%s"}, {"index": 3, "target": "first_name"},
                         {"index": 4, "target": "company", "blank": "%s"}, {"index": 5, "target": "tags", "tags": "%s"},
                         {"index": 6, "target": "cf:seats"}, {"index": 7, "target": "do_not_contact"}]}
            """
                    .formatted(
                            one(
                                    List.of(
                                            "[\"external_id\", \"phone\", \"email\"]",
                                            "[\"phone\"]",
                                            "[\"external_id\"]",
                                            "[\"email\", \"external_id\"]")),
                            one(List.of("keep", "clear")),
                            one(List.of("keep", "clear")),
                            one(List.of("append", "replace", "remove")));
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private Map<String, Map<String, String>> contacts() {
            Map<String, Map<String, String>> contacts = new HashMap<>();
            for (Map<String, Object> contact : undo.contacts()) {
                contacts.put(contact.get("id") + "", fields(contact));
            }
            return contacts;
        }

        /// What the rows of an import wrote, as the log has it.
        private Map<Long, Written> log(UUID id) {
            return transactions.call(
                    undo.imports().tenant().id(),
                    () -> {
                        Map<Long, Written> log = new TreeMap<>();
                        jdbc.sql(
                                        """
                                        select l.row_number, l.contact_id, l.before_image
                                          from log_row l join delivery d on d.id = l.delivery_id
                                         where d.import_id = :import and l.action in ('created', 'updated')
                                        """)
                                .param("import", id)
                                .query(row -> {
                                    log.put(
                                            row.getLong(1),
                                            new Written(row.getString(2), image(row.getString(3))));
                                });
                        return log;
                    });
        }
    }

    private record Written(String contact, @Nullable Map<String, @Nullable String> before) {}

    @Test
    void undosDoWhatTheOracleSays() {
        check(0, SEEDS);
    }

    @Tag("slow")
    @Test
    void manyMoreDo() {
        check(SEEDS, MANY_SEEDS);
    }

    private void check(int from, int to) {
        Set<String> met = new TreeSet<>();
        try (var waiting = Executors.newFixedThreadPool(AT_ONCE)) {
            LongStream.range(from, to)
                    .mapToObj(seed ->
                            CompletableFuture.supplyAsync(() -> new Life(seed).live(), waiting))
                    .toList()
                    .forEach(fates -> met.addAll(fates.join()));
        }
        assertThat(met)
                .as("every fate that a row can have was met")
                .contains(
                        "reverted",
                        "kept CHANGED_SINCE",
                        "kept CONTACT_GONE",
                        "kept MERGED_SINCE",
                        "kept KEY_TAKEN_SINCE");
    }

    private static @Nullable Map<String, @Nullable String> image(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Map<String, @Nullable String> image = new HashMap<>();
        Map<String, Object> values = JsonPath.read(json, "$");
        values.forEach((field, value) -> image.put(field, value == null ? null : value.toString()));
        return image;
    }

    /// The former value of each field that has another one now.
    private static Map<String, @Nullable String> former(
            @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        Map<String, String> then = before == null ? Map.of() : before;
        Map<String, String> now = after == null ? Map.of() : after;
        Map<String, @Nullable String> former = new HashMap<>();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!Objects.equals(then.get(name), now.get(name))) {
                former.put(name, then.get(name));
            }
        }
        return former;
    }

    private static Map<String, String> fields(Map<String, Object> contact) {
        Map<String, String> fields = new TreeMap<>();
        contact.forEach((field, value) -> {
            if (field.equals("custom")) {
                ((Map<?, ?>) value).forEach((key, one) -> fields.put("cf:" + key, one + ""));
            } else if (value != null && !Set.of("id", "created_at").contains(field)) {
                fields.put(field, value.toString());
            }
        });
        return fields;
    }
}
