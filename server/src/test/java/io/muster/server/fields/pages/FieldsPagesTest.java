package io.muster.server.fields.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class FieldsPagesTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    @Autowired CustomFields fields;
    private TestTenant tenant;
    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        admin = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.ADMIN).email());
    }

    @Test
    void aFieldIsMadeAndListedWithWhoHoldsItAndWhatNamesIt() {
        assertThat(admin.html("/fields")).contains("No custom fields yet", "/fields/new-field");
        assertThat(make("Plan \"tier\"", "choice", "Gold\r\nSilver"))
                .hasRedirectedUrl("/fields?done=created");
        contacts.add(
                tenant.id(),
                draft -> draft.text(StandardField.EXTERNAL_ID, "1").custom("plan_tier", "Gold"));
        var api = new TestApi(web, tenant);
        api.post(
                "/api/v1/segments",
                "{\"name\": \"Gilded\", \"filter\": {\"all\": [{\"any\": [{\"field\": \"cf:plan_tier\", \"op\": \"is\", \"value\": \"Gold\"}]}]}}");
        api.post(
                "/api/v1/sources",
                "{\"key\": \"crm\", \"name\": \"The CRM\", \"mapping\": {\"id\": \"external_id\", \"plan\": \"cf:plan_tier\"}}");
        api.post(
                "/api/v1/saved-mappings",
                "{\"name\": \"Fairs\", \"columns\": [{\"header\": \"Plan\", \"target\": \"cf:plan_tier\"}]}");

        assertThat(admin.html("/fields?done=created"))
                .contains("The field is there.", "Plan \"tier\"")
                .contains("plan_tier", "One choice", "2 options", "1 contact<")
                .contains("1 segment, 1 saved mapping, 1 source");
        assertThat(admin.html("/fields/plan_tier"))
                .contains("Gilded", "The CRM", "Fairs", "href=\"/sources/crm\"", "1 contact")
                .doesNotContain("/fields/plan_tier/held");
        assertThat(TestBrowser.text(admin.fragment("/fields/plan_tier/held")))
                .startsWith("<span id=\"held\"")
                .contains("1 contact");
    }

    @Test
    void whatCannotBeStandsAtItsField() {
        make("Plan", "text", "");

        MvcTestResult refused = make(" ", "text", "Gold");
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused))
                .contains("id=\"label-error\"", "id=\"options-error\"");
        Map<String, String> taken = form("Plan", "text", "");
        taken.put("key", "plan");
        MvcTestResult again = admin.post("/fields/new-field", taken);
        assertThat(again).hasStatus(422);
        assertThat(TestBrowser.text(again)).contains("id=\"key-error\"", "value=\"Plan\"");
    }

    @Test
    void whatGoesWithAnOptionIsSaidBefore() {
        make("Plan", "choices", "Gold\nSilver\nTin");
        contacts.add(
                tenant.id(),
                draft ->
                        draft.text(StandardField.EXTERNAL_ID, "1")
                                .custom("plan", List.of("Gold", "Tin")));
        Map<String, String> change = new LinkedHashMap<>();
        change.put("label", "Plans");
        change.put("description", "What they pay for");
        change.put("options", "Silver\r\nGold\r\nCopper");
        change.put("seen", "Gold\nSilver\nTin");

        String asked = TestBrowser.text(admin.post("/fields/plan", change));
        assertThat(asked)
                .contains(
                        "Some options would go",
                        "<strong>Tin</strong>: 1 contact",
                        "value=\"Tin\"");
        assertThat(fields.get(tenant.id(), "plan").label())
                .as("nothing is done yet")
                .isEqualTo("Plan");

        fields.addOptions(tenant.id(), "plan", List.of("Platinum"));
        change.put("agreed", "Tin");
        assertThat(admin.post("/fields/plan", change)).hasRedirectedUrl("/fields/plan?saved=1");
        var changed = fields.get(tenant.id(), "plan");
        assertThat(changed.label()).isEqualTo("Plans");
        assertThat(changed.options())
                .as("what an import has added in between stays")
                .containsExactly("Silver", "Gold", "Copper", "Platinum");
        assertThat(admin.html("/contacts?field.0=cf%3Aplan&op.0=has&value.0=Tin"))
                .as("contacts keep what they hold")
                .contains("1 contact found");
    }

    @Test
    void aFieldIsRetiredWithoutLossAndComesBack() {
        make("Plan", "text", "");
        var id =
                contacts.add(
                        tenant.id(),
                        draft -> draft.text(StandardField.EXTERNAL_ID, "1").custom("plan", "gold"));

        assertThat(admin.post("/fields/plan/retire", Map.of()))
                .hasRedirectedUrl("/fields?done=retired");
        assertThat(admin.html("/fields")).contains("Out of use", "/fields/plan");
        assertThat(admin.html("/contacts/" + id)).doesNotContain("gold");
        assertThat(admin.html("/fields/plan"))
                .contains("This field is out of use", "Bring it back");
        assertThat(admin.post("/fields/plan/restore", Map.of()))
                .hasRedirectedUrl("/fields/plan?saved=1");
        assertThat(admin.html("/contacts/" + id)).contains("gold");
    }

    @Test
    void thereIsAnEnd() {
        for (int i = 0; i < CustomFields.MOST; i++) {
            assertThat(make("Field " + i, "text", "")).hasStatus3xxRedirection();
        }

        assertThat(admin.html("/fields"))
                .contains("which is the most there can be")
                .doesNotContain("href=\"/fields/new-field\"");
        MvcTestResult refused = make("One more", "text", "");
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("There can be 200 custom fields at most.");
    }

    @Test
    void viewersSeeAndDoNotChange() {
        make("Plan", "choice", "Gold");
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.VIEWER).email());

        assertThat(viewer.html("/fields")).contains("Plan").doesNotContain("/fields/new-field");
        assertThat(viewer.html("/fields/plan"))
                .contains("Gold")
                .doesNotContain("name=\"label\"", "/retire");
        assertThat(viewer.get("/fields/new-field")).hasRedirectedUrl("/fields");
        assertThat(viewer.post("/fields/plan", Map.of("label", "x"))).hasStatus(403);
        assertThat(viewer.post("/fields/plan/retire", Map.of())).hasStatus(403);
    }

    private MvcTestResult make(String label, String type, String options) {
        return admin.post("/fields/new-field", form(label, type, options));
    }

    private static Map<String, String> form(String label, String type, String options) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("label", label);
        form.put("type", type);
        form.put("options", options);
        return form;
    }
}
