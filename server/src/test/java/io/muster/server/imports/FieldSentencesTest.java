package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Members;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.Json;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import io.muster.server.tenants.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yaml.snakeyaml.Yaml;

/// What fields mean, a sentence at a time, each through a whole import; the cases are in
/// `cases/fields.yaml`.
class FieldSentencesTest extends ImportTest {
    private static final Set<String> NO_VALUES = Set.of("cells", "code", "reason");

    @Autowired Tenants settings;
    @Autowired TestContacts contacts;
    @Autowired CustomFields fields;
    @Autowired Members members;
    @Autowired Teams teams;

    @TestFactory
    Stream<DynamicTest> sentences() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        FieldSentencesTest.class.getResourceAsStream("/cases/fields.yaml"))) {
            List<Map<String, Object>> cases = new Yaml().load(in);
            return cases.stream()
                    .map(one ->
                            DynamicTest.dynamicTest(
                                    one.get("id") + ": " + one.get("sentence"),
                                    () -> new Sentence(one).check()));
        }
    }

    /// One case in a tenant of its own.
    private final class Sentence {
        private final Map<String, Object> one;
        private final ImportApi api = new ImportApi(web, tenants.create());
        private final TenantId tenant = api.tenant().id();

        /// Ids of members and teams by what the case calls them.
        private final Map<String, String> ids = new HashMap<>();

        Sentence(Map<String, Object> one) {
            this.one = one;
        }

        void check() {
            prepare();
            List<Map<String, Object>> rows = list("rows");
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("required", List.of("external_id"));
            options.putAll(map(one, "options"));
            options.put("columns", columns());
            MvcTestResult answer = api.send(api.startNow(csv(rows), Json.write(options)));
            if (one.get("refused") != null) {
                assertThat(answer).as(TestBrowser.text(answer)).hasStatus(422);
                assertThat(ImportApi.json(answer).<List<String>>read("$.errors[*].code"))
                        .isEqualTo(one.get("refused"));
                return;
            }
            assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
            DocumentContext done = api.await(ImportApi.id(answer));
            List<Map<String, Object>> outcomes = api.rows(ImportApi.id(done), null);
            for (int i = 0; i < rows.size(); i++) {
                check(rows.get(i), outcomes.get(i));
            }
            map(one, "options_after")
                    .forEach((key, values) ->
                            assertThat(fields.get(tenant, key).options()).isEqualTo(values));
            invariants().assertHold(tenant);
        }

        private void prepare() {
            Map<String, Object> own = map(one, "tenant");
            settings.change(
                    tenant,
                    new TenantSettings(
                            own.getOrDefault("default_region", "US").toString(),
                            own.getOrDefault("language", "en").toString(),
                            List.of("phone")));
            for (Map<String, Object> member : list("members")) {
                // Accounts are of all tenants, so each case has addresses of its own.
                String email = own(text(member, "email"));
                String name = text(member, "name");
                String id =
                        members.add(tenant, email, name, TestTenants.PASSWORD, Role.OPERATOR)
                                .id()
                                .toString();
                ids.put(name, id);
                ids.put(text(member, "email"), id);
            }
            for (Object team : (List<?>) one.getOrDefault("teams", List.of())) {
                ids.put(team.toString(), teams.create(tenant, team.toString()).id().toString());
            }
            for (Map<String, Object> field : list("fields")) {
                FieldType type = FieldType.valueOf(text(field, "type").toUpperCase(Locale.ROOT));
                String key = text(field, "key");
                fields.create(tenant, key, key, new FieldSpec(type, texts(field, "options")));
            }
            map(one, "there")
                    .forEach((id, values) ->
                            contacts.add(
                                    tenant, draft -> fill(draft, id, map(Map.of("", values), ""))));
        }

        private void fill(Contact.Draft draft, String id, Map<String, Object> values) {
            draft.text(StandardField.EXTERNAL_ID, id);
            values.forEach((name, value) -> {
                StandardField field = StandardField.byKey(name).orElseThrow();
                switch (value) {
                    case List<?> tags -> draft.tags(tags.stream().map(Object::toString).toList());
                    case Boolean flag when field == StandardField.DO_NOT_CONTACT ->
                            draft.doNotContact(flag);
                    case Boolean given -> draft.consent(field, given);
                    default -> draft.text(field, value.toString());
                }
            });
        }

        private List<Map<String, Object>> columns() {
            List<Map<String, Object>> columns = list("columns");
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).put("index", i);
            }
            return columns;
        }

        private byte[] csv(List<Map<String, Object>> rows) {
            String header =
                    list("columns").stream()
                            .map(column -> text(column, "target").replaceAll(".*:", "Their "))
                            .collect(Collectors.joining("\t"));
            return Stream.concat(
                            Stream.of(header),
                            rows.stream()
                                    .map(row ->
                                            texts(row, "cells").stream()
                                                    .map(this::cell)
                                                    .collect(Collectors.joining("\t"))))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        private String cell(String text) {
            return text.startsWith("id of ")
                    ? Objects.requireNonNull(ids.get(text.substring("id of ".length())))
                    : text.endsWith("@example.org") && !list("members").isEmpty()
                            ? own(text)
                            : text;
        }

        private String own(String email) {
            return email.replace("@", "@" + tenant + ".");
        }

        private void check(Map<String, Object> row, Map<String, Object> outcome) {
            String reason = text(row, "reason");
            Object code = row.get("code");
            assertThat(ImportApi.codes(outcome))
                    .as(reason)
                    .isEqualTo(code == null ? List.of() : List.of(code.toString().split(" ")));
            for (Map.Entry<String, Object> expected : row.entrySet()) {
                if (!NO_VALUES.contains(expected.getKey())) {
                    assertThat(value(outcome, expected.getKey()))
                            .as("%s: %s", reason, expected.getKey())
                            .isEqualTo(stored(expected));
                }
            }
        }

        private @Nullable Object value(Map<String, Object> outcome, String field) {
            DocumentContext contact =
                    ImportApi.json(api.get("/api/v1/contacts/" + outcome.get("contact_id")));
            return field.startsWith("cf:")
                    ? contact.<Map<String, Object>>read("$.custom").get(field.substring(3))
                    : contact.read("$." + field);
        }

        private @Nullable Object stored(Map.Entry<String, Object> expected) {
            boolean isReference = Set.of("owner", "team").contains(expected.getKey());
            return isReference
                    ? Objects.requireNonNull(ids.get(expected.getValue().toString()))
                    : expected.getValue();
        }

        @SuppressWarnings("unchecked")
        private List<Map<String, Object>> list(String key) {
            return (List<Map<String, Object>>) one.getOrDefault(key, List.of());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.getOrDefault(key, Map.of());
    }

    private static List<String> texts(Map<String, Object> of, String key) {
        return ((List<?>) of.getOrDefault(key, List.of())).stream().map(Object::toString).toList();
    }

    private static String text(Map<String, Object> of, String key) {
        return Objects.toString(of.get(key));
    }
}
