package io.muster.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.server.TestApi;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What was exported imports as it is, and changes nothing.
class RoundTripTest extends ImportTest {
    private static final List<String> ODD =
            List.of(
                    "=1+1", "+49 30", "-Ana", "@Acme", "'=1", "''+1", "'tis", "\"quoted\"",
                    "two\nlines", "a, b; c | d", "Ünïcödé", "0012", "1.5", "2024-02-29", "true");

    @Autowired TestContacts contacts;
    @Autowired CustomFields fields;
    @Autowired Teams teams;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void everyRowIsUnchanged(String format) {
        TenantId tenant = api.tenant().id();
        define("Notes", FieldSpec.of(FieldType.TEXT));
        define("Seats", FieldSpec.of(FieldType.NUMBER));
        define("Rooms", FieldSpec.of(FieldType.NUMBER));
        define("Since", FieldSpec.of(FieldType.DATE));
        define("Active", FieldSpec.of(FieldType.YES_NO));
        define("Second phone", FieldSpec.of(FieldType.PHONE));
        define("Second email", FieldSpec.of(FieldType.EMAIL));
        define("Website", FieldSpec.of(FieldType.URL));
        define("Plan", new FieldSpec(FieldType.CHOICE, List.of("Gold; large", "Silver")));
        define("Interests", new FieldSpec(FieldType.CHOICES, List.of("Chess", "Maths, pure")));
        // Its name means another field as well.
        define("Phone", FieldSpec.of(FieldType.TEXT));
        String owner = tenants.member(tenant, Role.OPERATOR).accountId().toString();
        String team = teams.create(tenant, "North, West").id().toString();
        for (int i = 0; i < ODD.size(); i++) {
            int number = i;
            add(draft -> odd(draft, number));
        }
        add(draft -> whole(draft, owner, team));
        add(draft -> draft.text(StandardField.EXTERNAL_ID, "only an id"));
        add(draft -> draft.text(StandardField.EMAIL, "flagged@example.org").doNotContact(true));

        var exports = new ExportApi(new TestApi(web, api.tenant()));
        DocumentContext done = exports.run("{\"format\": \"" + format + "\"}");
        assertThat(done.<String>read("$.status")).isEqualTo("completed");
        int rows = ODD.size() + 3;
        assertThat(done.<Integer>read("$.progress.processed")).isEqualTo(rows);

        DocumentContext again =
                api.run(
                        exports.bytes(done),
                        "{\"required\": [\"any_key\"], \"suppressed\": \"import_flagged\"}");

        assertThat(api.rows(ImportApi.id(again), null))
                .allSatisfy(row ->
                        assertThat(ImportApi.codes(row))
                                .as("only that somebody is flagged, who stays so")
                                .isSubsetOf(
                                        row.get("row").equals(rows)
                                                ? List.of("SUPPRESSED:do_not_contact")
                                                : List.of()));
        assertThat(ImportApi.summary(again))
                .isEqualTo("completed %d: %d unchanged (1 warnings)".formatted(rows, rows));
    }

    @Test
    void spreadsheetsDoNotRunIt() {
        ODD.forEach(text -> add(draft -> draft.text(StandardField.EXTERNAL_ID, text)));
        add(draft -> draft.text(StandardField.PHONE, "+493080445685"));

        var exports = new ExportApi(new TestApi(web, api.tenant()));
        String csv = new String(exports.bytes(exports.run("{}")), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFExternal id,Phone,Email");
        for (String cell : List.of("=1", "+49", "-Ana", "@Acme")) {
            assertThat(csv)
                    .contains("'" + cell)
                    .doesNotContain("\n" + cell, "," + cell, "\"" + cell);
        }
    }

    @Test
    void numbersTellTheirDecimalMark() {
        define("Seats", FieldSpec.of(FieldType.NUMBER));
        // The first rows, by which columns are judged, have no decimals.
        for (int i = 0; i < 40; i++) {
            int number = i;
            add(
                    draft ->
                            draft.text(StandardField.EXTERNAL_ID, "N" + number)
                                    .custom("seats", number < 39 ? number : new BigDecimal("1.234")));
        }
        var exports = new ExportApi(new TestApi(web, api.tenant()));

        DocumentContext again =
                api.run(exports.bytes(exports.run("{}")), "{\"required\": [\"any_key\"]}");

        assertThat(ImportApi.summary(again)).isEqualTo("completed 40: 40 unchanged");
    }

    private void odd(Contact.Draft draft, int number) {
        String text = ODD.get(number);
        draft.text(StandardField.EXTERNAL_ID, text)
                .text(StandardField.PHONE, "+12125550" + (100 + number))
                .text(StandardField.FIRST_NAME, text)
                .text(StandardField.COMPANY, text)
                .text(StandardField.STREET, text)
                .text(StandardField.POSTAL_CODE, text)
                .tags(number % 3 == 0 ? List.of(text) : List.of("vip", text))
                .custom("notes", text)
                .custom("phone", text)
                .custom("rooms", number)
                .custom("seats", new BigDecimal(number).movePointLeft(3));
    }

    private static void whole(Contact.Draft draft, String owner, String team) {
        draft.text(StandardField.EXTERNAL_ID, "A-1")
                .text(StandardField.PHONE, "+493080445685")
                .text(StandardField.EMAIL, "ada@example.org")
                .text(StandardField.FIRST_NAME, "Ada")
                .text(StandardField.LAST_NAME, "Lovelace")
                .text(StandardField.COMPANY, "Acme")
                .text(StandardField.TIMEZONE, "Europe/London")
                .text(StandardField.CITY, "London")
                .text(StandardField.REGION, "Greater London")
                .text(StandardField.COUNTRY, "GB")
                .text(StandardField.OWNER, owner)
                .text(StandardField.TEAM, team)
                .consent(StandardField.CONSENT_EMAIL, true)
                .consent(StandardField.CONSENT_SMS, false)
                .custom("since", "2026-03-04")
                .custom("active", false)
                .custom("second_phone", "+12125550142")
                .custom("second_email", "ada@example.net")
                .custom("website", "https://ada.example/?a=1,2")
                .custom("plan", "Gold; large")
                .custom("interests", List.of("Chess", "Maths, pure"));
    }

    private void add(Consumer<Contact.Draft> fill) {
        contacts.add(api.tenant().id(), fill);
    }

    private void define(String label, FieldSpec spec) {
        fields.create(api.tenant().id(), null, label, spec);
    }
}
