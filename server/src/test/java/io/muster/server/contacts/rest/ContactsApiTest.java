package io.muster.server.contacts.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.Ids;
import io.muster.server.teams.Team;
import io.muster.server.teams.Teams;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class ContactsApiTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    @Autowired CustomFields customFields;
    @Autowired Teams teams;
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = tenants.create();
    }

    @Test
    void showsAContactInFull() {
        UUID id = grace();

        assertThat(get("/api/v1/contacts/" + id))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"external_id": "CRM-1", "phone": "+12125550123", "email": "grace@example.com",
                         "first_name": "Grace", "last_name": "Hopper", "company": null, "team": null,
                         "tags": ["navy", "vip"], "do_not_contact": false, "custom": {}}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grace",
                "race Hop",
                "hopper",
                "CRM-1",
                "grace@example.com",
                "GRACE@Example.com",
                "+12125550123",
                "(212) 555-0123",
                "212.555.0123",
                "  Hopper "
            })
    void findsByPartOfTheNameOrByAWholeKey(String q) {
        UUID id = grace();
        contacts.named(tenant.id(), "Alan", "Turing");

        assertThat(
                        web.get()
                                .uri("/api/v1/contacts?q={q}", q)
                                .header("Authorization", tenant.bearer())
                                .exchange())
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grac%", "_race", "grace@example", "CRM", "555", "\\", "'"})
    void takesWildcardsAndPartsOfKeysForWhatTheyAre(String q) {
        grace();

        assertThat(
                        web.get()
                                .uri("/api/v1/contacts?q={q}", q)
                                .header("Authorization", tenant.bearer())
                                .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void walksThroughAllNewestFirst() {
        UUID first = contacts.named(tenant.id(), "First", "One");
        UUID second = contacts.named(tenant.id(), "Second", "One");
        UUID third = contacts.named(tenant.id(), "Third", "One");

        MvcTestResult page = get("/api/v1/contacts?limit=2");
        assertThat(page)
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(third.toString(), second.toString());

        String next = JsonPath.read(TestBrowser.text(page), "$.next");
        assertThat(get("/api/v1/contacts?limit=2&cursor=" + next))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"id\": \"" + first + "\"}], \"next\": null}");
    }

    @Test
    void changesFieldsByTheRulesOfImports() {
        UUID id = grace();
        customFields.ensure(tenant.id(), List.of(new CustomField("plan", "Plan", FieldType.TEXT)));

        assertThat(
                        patch(
                                id,
                                """
                                {"phone": "(212) 555-0199", "email": " Amazing@Example.com ", "company": "US Navy",
                                 "first_name": null, "tags": ["admiral"], "do_not_contact": true,
                                 "custom": {"plan": "gold"}}
                                """))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"phone": "+12125550199", "email": "amazing@example.com", "company": "US Navy",
                         "first_name": null, "last_name": "Hopper", "tags": ["admiral"], "do_not_contact": true,
                         "custom": {"plan": "gold"}}
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\": \"12\"} | /phone | INVALID_PHONE",
                "{\"phone\": 12} | /phone | WRONG_TYPE",
                "{\"phone\": \"2.12556E+9\"} | /phone | EXCEL_DAMAGED",
                "{\"email\": \"nobody\"} | /email | INVALID_EMAIL",
                "{\"first_name\": \"a\\u0000b\"} | /first_name | CONTROL_CHARACTER",
                "{\"owner\": \"nobody\"} | /owner | UNKNOWN_OWNER",
                "{\"team\": \"nobody\"} | /team | UNKNOWN_TEAM",
                "{\"do_not_contact\": null} | /do_not_contact | WRONG_TYPE",
                "{\"consent_sms\": \"yes\"} | /consent_sms | WRONG_TYPE",
                "{\"tags\": \"a;b\"} | /tags | WRONG_TYPE",
                "{\"tags\": [\"a\", 1]} | /tags/1 | WRONG_TYPE",
                "{\"custom\": {\"no/ne\": \"x\"}} | /custom/no~1ne | UNKNOWN_FIELD",
                "{\"full_name\": \"x\"} | /full_name | UNKNOWN_FIELD",
                "{\"id\": \"x\"} | /id | READ_ONLY",
                "{\"external_id\": null, \"phone\": null, \"email\": null} | '' | NO_IDENTITY",
            })
    void refusesWhatIsWrongAndNamesThePlace(String body, String pointer, String code) {
        UUID id = grace();

        MvcTestResult answer = patch(id, body);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(get("/api/v1/contacts/" + id))
                .bodyJson()
                .isLenientlyEqualTo("{\"phone\": \"+12125550123\", \"first_name\": \"Grace\"}");
    }

    @Test
    void hasAnOwnerAndATeamByNameOrId() {
        UUID id = grace();
        var member = tenants.member(tenant.id(), Role.OPERATOR);
        Team team = teams.create(tenant.id(), "North");

        assertThat(patch(id, "{\"owner\": \"%s\", \"team\": \"north\"}".formatted(member.email())))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"owner\": \"%s\", \"team\": \"%s\"}".formatted(member.id(), team.id()));
        assertThat(patch(id, "{\"owner\": null, \"team\": \"%s\"}".formatted(team.id())))
                .bodyJson()
                .isLenientlyEqualTo("{\"owner\": null, \"team\": \"%s\"}".formatted(team.id()));
    }

    @Test
    void recordsEachChangeOfAConsentWithItsOrigin() {
        UUID id = grace();

        for (String given : List.of("true", "true", "false", "null")) {
            assertThat(patch(id, "{\"consent_email\": %s}".formatted(given)))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{\"consent_email\": %s, \"consent_sms\": null, \"consent_call\": null}"
                                    .formatted(given));
        }

        MvcTestResult newest = get("/api/v1/contacts/" + id + "/consents?limit=2");
        assertThat(newest)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"consent": "consent_email", "given": null, "origin": "API key First key"},
                                   {"consent": "consent_email", "given": false, "origin": "API key First key"}]}
                        """);
        String next = JsonPath.read(TestBrowser.text(newest), "$.next");
        MvcTestResult older = get("/api/v1/contacts/" + id + "/consents?limit=2&cursor=" + next);
        assertThat(JsonPath.<List<Boolean>>read(TestBrowser.text(older), "$.items[*].given"))
                .as("asked for twice, it was given once")
                .containsExactly(true);
    }

    @Test
    void neverTakesAKeyFromAnotherContact() {
        grace();
        UUID other = contacts.named(tenant.id(), "Alan", "Turing");

        assertThat(patch(other, "{\"email\": \"grace@example.com\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("KEY_TAKEN");
    }

    @Test
    void showsNothingOfAnotherTenant() {
        UUID id = grace();
        TestTenant stranger = tenants.create();

        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PATCH)) {
            var theirs = as(stranger, method, "/api/v1/contacts/" + id, "{}");
            var nobodys = as(stranger, method, "/api/v1/contacts/" + Ids.next(), "{}");
            assertThat(theirs).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(TestBrowser.text(theirs)).isEqualTo(TestBrowser.text(nobodys));
        }
        assertThat(as(stranger, HttpMethod.GET, "/api/v1/contacts?q=Grace", ""))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    private UUID grace() {
        return contacts.add(
                tenant.id(),
                draft ->
                        draft.text(StandardField.EXTERNAL_ID, "CRM-1")
                                .text(StandardField.PHONE, "+12125550123")
                                .text(StandardField.EMAIL, "grace@example.com")
                                .text(StandardField.FIRST_NAME, "Grace")
                                .text(StandardField.LAST_NAME, "Hopper")
                                .tags(List.of("navy", "vip")));
    }

    private MvcTestResult get(String address) {
        return as(tenant, HttpMethod.GET, address, "");
    }

    private MvcTestResult patch(UUID id, String body) {
        return as(tenant, HttpMethod.PATCH, "/api/v1/contacts/" + id, body);
    }

    private MvcTestResult as(TestTenant who, HttpMethod method, String address, String body) {
        return web.method(method)
                .uri(address)
                .header("Authorization", who.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
