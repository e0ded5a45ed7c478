package io.muster.server.contacts.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Contacts that become one, that go, and that go for good.
@ServerTest
class ContactLifecycleTest {
    private static final String CONTACTS = "/api/v1/contacts/";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    @Autowired ApiKeys keys;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestTenant tenant;
    private UUID ana;
    private UUID annie;

    @BeforeEach
    void makeTwo() {
        tenant = tenants.create();
        ana =
                contacts.add(
                        tenant.id(),
                        draft ->
                                draft.text(StandardField.PHONE, "+14155552600")
                                        .text(StandardField.FIRST_NAME, "Ana")
                                        .tags(List.of("vip")));
        annie =
                contacts.add(
                        tenant.id(),
                        draft ->
                                draft.text(StandardField.PHONE, "+14155552601")
                                        .text(StandardField.EMAIL, "ana@example.org")
                                        .text(StandardField.FIRST_NAME, "Annie")
                                        .tags(List.of("vip", "west"))
                                        .doNotContact(true));
    }

    @Test
    void aSurvivorKeepsItsValuesAndGainsTheRest() {
        assertThat(merge(ana, annie))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"id": "%s", "phone": "+14155552600", "email": "ana@example.org", "first_name": "Ana",
                         "tags": ["vip", "west"], "do_not_contact": true}
                        """
                                .formatted(ana));
    }

    @Test
    void whoeverWithdrewAConsentStillHasAndHowItCameAboutStays() {
        send(HttpMethod.PATCH, ana.toString(), "{\"consent_sms\": true}");
        send(
                HttpMethod.PATCH,
                annie.toString(),
                "{\"consent_sms\": false, \"consent_email\": true}");

        assertThat(merge(ana, annie))
                .bodyJson()
                .isLenientlyEqualTo("{\"consent_sms\": false, \"consent_email\": true}");
        assertThat(get(annie + "/consents"))
                .bodyJson()
                .extractingPath("$.items[?(@.consent == 'consent_sms')].given")
                .asArray()
                .containsExactly(false, false, true);
    }

    @Test
    void theOldIdLeadsToTheSurvivor() {
        merge(ana, annie);

        assertThat(get(annie.toString())).bodyJson().extractingPath("$.id").isEqualTo("" + ana);
        assertThat(send(HttpMethod.PATCH, annie.toString(), "{\"company\": \"Acme\"}"))
                .hasStatusOk();
        assertThat(get(ana.toString())).bodyJson().extractingPath("$.company").isEqualTo("Acme");
        var browser = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.VIEWER).email());
        assertThat(browser.get("/contacts/" + annie)).hasRedirectedUrl("/contacts/" + ana);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(415) 555-2601", "ana@example.org"})
    void theOldKeysFindTheSurvivor(String key) {
        merge(ana, annie);

        assertThat(
                        web.get()
                                .uri("/api/v1/contacts?q={key}", key)
                                .header("Authorization", tenant.bearer())
                                .exchange())
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(ana.toString());
    }

    @Test
    void theOldKeysAreTheSurvivorsAlone() {
        merge(ana, annie);
        UUID ben =
                contacts.add(
                        tenant.id(), draft -> draft.text(StandardField.EMAIL, "ben@example.org"));

        assertThat(send(HttpMethod.PATCH, ben.toString(), "{\"phone\": \"+14155552601\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("KEY_TAKEN");
        assertThat(send(HttpMethod.PATCH, ana.toString(), "{\"phone\": \"+14155552601\"}"))
                .hasStatusOk();
    }

    @Test
    void mergesLeadOn() {
        merge(ana, annie);
        UUID ben =
                contacts.add(
                        tenant.id(), draft -> draft.text(StandardField.EMAIL, "ben@example.org"));
        merge(ben, annie);

        for (UUID id : List.of(ana, annie, ben)) {
            assertThat(get(id.toString())).bodyJson().extractingPath("$.id").isEqualTo("" + ben);
        }
        assertThat(get(ben.toString()))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"phone\": \"+14155552600\", \"email\": \"ben@example.org\"}");
    }

    @Test
    void aContactIsNotMergedIntoItselfNorWithAStranger() {
        UUID stranger =
                contacts.add(
                        tenants.create().id(), draft -> draft.text(StandardField.PHONE, "+1415"));

        assertRefused(merge(ana, ana), "SAME_CONTACT");
        assertRefused(merge(ana, Ids.next()), "UNKNOWN_CONTACT");
        assertRefused(merge(ana, stranger), "UNKNOWN_CONTACT");
        assertThat(merge(stranger, ana)).hasStatus(404);
        assertThat(send(HttpMethod.POST, ana + "/merge", "{}")).hasStatus(422);
        merge(ana, annie);
        assertRefused(merge(ana, annie), "SAME_CONTACT");
    }

    @Test
    void aDeletedContactIsGoneAndItsKeysAreFree() {
        assertThat(send(HttpMethod.DELETE, ana.toString(), "")).hasStatus(204);

        assertThat(get(ana.toString())).hasStatus(404);
        assertThat(send(HttpMethod.DELETE, ana.toString(), "")).hasStatus(404);
        assertThat(get("?q=Ana")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(send(HttpMethod.PATCH, annie.toString(), "{\"phone\": \"+14155552600\"}"))
                .hasStatusOk();
    }

    @Test
    void aDeletedContactComesBackAsItWas() {
        send(HttpMethod.DELETE, annie.toString(), "");

        assertThat(send(HttpMethod.POST, annie + "/restore", ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"id": "%s", "email": "ana@example.org", "tags": ["vip", "west"], "do_not_contact": true}
                        """
                                .formatted(annie));
        assertThat(get("?q=ana@example.org"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(send(HttpMethod.POST, annie + "/restore", "")).hasStatus(409);
        assertThat(send(HttpMethod.POST, Ids.next() + "/restore", "")).hasStatus(404);
    }

    @Test
    void aContactDoesNotComeBackWithAKeyOfAnother() {
        send(HttpMethod.DELETE, annie.toString(), "");
        send(HttpMethod.PATCH, ana.toString(), "{\"email\": \"ana@example.org\"}");

        MvcTestResult refused = send(HttpMethod.POST, annie + "/restore", "");

        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/email");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].code").isEqualTo("KEY_TAKEN");
        send(HttpMethod.PATCH, ana.toString(), "{\"email\": null}");
        assertThat(send(HttpMethod.POST, annie + "/restore", "")).hasStatusOk();
    }

    @Test
    void aContactDoesNotComeBackWithTheKeyOfAnErasedPerson() {
        send(HttpMethod.DELETE, annie.toString(), "");
        send(HttpMethod.PATCH, ana.toString(), "{\"email\": \"ana@example.org\"}");
        send(HttpMethod.POST, ana + "/erase", "");

        assertThat(send(HttpMethod.POST, annie + "/restore", ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("ERASED");
    }

    @Test
    void whoeverWasMergedDoesNotComeBack() {
        merge(ana, annie);

        assertThat(send(HttpMethod.POST, annie + "/restore", "")).hasStatus(409);
    }

    @Test
    void anotherTenantsContactDoesNotComeBack() {
        TestTenant other = tenants.create();
        UUID theirs =
                contacts.add(other.id(), draft -> draft.text(StandardField.PHONE, "+14155552609"));
        assertThat(
                        web.delete()
                                .uri(CONTACTS + theirs)
                                .header("Authorization", other.bearer())
                                .exchange())
                .hasStatus(204);

        assertThat(send(HttpMethod.POST, theirs + "/restore", "")).hasStatus(404);
    }

    @Test
    void anErasedContactIsGoneForGood() {
        merge(ana, annie);

        assertThat(send(HttpMethod.POST, annie + "/erase", "")).hasStatus(204);

        for (UUID id : List.of(ana, annie)) {
            assertThat(get(id.toString())).hasStatus(404);
            assertThat(send(HttpMethod.POST, id + "/erase", "")).hasStatus(404);
        }
    }

    @Test
    void theConsentsOfTheErasedGoWithThem() {
        send(HttpMethod.PATCH, annie.toString(), "{\"consent_sms\": true}");
        merge(ana, annie);
        assertThat(consentRecords()).isEqualTo(2);

        send(HttpMethod.POST, ana + "/erase", "");

        assertThat(consentRecords()).isZero();
    }

    private long consentRecords() {
        return transactions.call(
                tenant.id(),
                () -> jdbc.sql("select count(*) from consent_record").query(Long.class).single());
    }

    @Test
    void aDeletedContactCanStillBeErased() {
        send(HttpMethod.DELETE, ana.toString(), "");

        assertThat(send(HttpMethod.POST, ana + "/erase", "")).hasStatus(204);
    }

    @ParameterizedTest
    @EnumSource
    void whoAnswersForTheLawErases(Role role) {
        var key = keys.issue(tenant.id(), role.toString(), role.scopes(), null);
        boolean may = role == Role.ADMIN || role == Role.COMPLIANCE;

        var answer =
                web.post()
                        .uri(CONTACTS + ana + "/erase")
                        .header("Authorization", "Bearer " + key.secret().text())
                        .exchange();

        assertThat(answer).hasStatus(may ? 204 : 403);
    }

    private static void assertRefused(MvcTestResult answer, String code) {
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/other");
    }

    private MvcTestResult merge(UUID survivor, UUID other) {
        return send(HttpMethod.POST, survivor + "/merge", "{\"other\": \"" + other + "\"}");
    }

    private MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, "");
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return web.method(method)
                .uri(path.startsWith("?") ? "/api/v1/contacts" + path : CONTACTS + path)
                .header("Authorization", tenant.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
