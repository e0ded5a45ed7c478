package io.muster.server.contacts.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import io.muster.server.tenants.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What people do with one contact on its pages.
@ServerTest
class ContactActionsTest {
    private static final Pattern BEFORE =
            Pattern.compile("name=\"(was\\.[a-z_]+)\" value=\"([^\"]*)\"", Pattern.DOTALL);

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts added;
    @Autowired Contacts contacts;
    @Autowired CustomFields customFields;
    private TenantId tenant;
    private TestBrowser operator;
    private UUID ana;
    private UUID annie;

    @BeforeEach
    void makeTwo() {
        tenant = tenants.create().id();
        operator = TestBrowser.signedIn(web, tenants.member(tenant, Role.OPERATOR).email());
        customFields.create(tenant, "seats", "Seats", FieldSpec.of(FieldType.NUMBER));
        customFields.create(
                tenant, "likes", "Likes", new FieldSpec(FieldType.CHOICES, List.of("Tea", "Ale")));
        ana =
                added.add(
                        tenant,
                        draft ->
                                draft.text(StandardField.PHONE, "+14155552600")
                                        .text(StandardField.FIRST_NAME, "Ana")
                                        .text(StandardField.COMPANY, "Acme")
                                        .tags(List.of("vip", "north, west"))
                                        .custom("likes", List.of("Ale", "Tea")));
        annie =
                added.add(
                        tenant,
                        draft ->
                                draft.text(StandardField.PHONE, "+14155552601")
                                        .text(StandardField.EMAIL, "ana@example.org")
                                        .text(StandardField.FIRST_NAME, "Annie")
                                        .custom("seats", new BigDecimal("12.5")));
    }

    @Test
    void aFormChangesWhatSomebodyHasChanged() {
        Map<String, String> form = form(ana);
        form.put("phone", "(415) 555-2609");
        form.put("company", " ");
        form.put("tags", "vip\r\nnorth, west\r\n\r\neast\r\n");
        form.put("country", "DE");
        form.put("do_not_contact", "true");
        form.put("consent_email", "false");
        form.put("cf_seats", "1,250.5");
        form.put("cf_likes", "Tea");

        assertThat(operator.post("/contacts/" + ana + "/edit", form))
                .hasRedirectedUrl("/contacts/" + ana + "?done=saved");

        Contact changed = contacts.get(tenant, ana);
        assertThat(changed.phone()).isEqualTo("+14155552609");
        assertThat(changed.company()).isNull();
        assertThat(changed.tags()).containsExactly("vip", "north, west", "east");
        assertThat(changed.country()).isEqualTo("DE");
        assertThat(changed.doNotContact()).isTrue();
        assertThat(changed.consentEmail()).isFalse();
        assertThat(changed.custom())
                .containsEntry("seats", new BigDecimal("1250.5"))
                .containsEntry("likes", List.of("Tea"));
        assertThat(operator.html("/contacts/" + ana + "?done=saved"))
                .contains("The contact is saved.")
                .containsSubsequence("History", "Edited", "Seats", "by Some operator");
    }

    @Test
    void aFormThatIsSentAsItCameChangesNothing() {
        Contact before = contacts.get(tenant, ana);

        assertThat(operator.post("/contacts/" + ana + "/edit", form(ana)))
                .hasStatus3xxRedirection();

        assertThat(contacts.get(tenant, ana)).isEqualTo(before);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndTheRestIsKept() {
        Map<String, String> form = form(ana);
        form.put("phone", "12");
        form.put("email", "ana@example.org");
        form.put("cf_seats", "many");
        form.put("city", "Graz \"<b>");

        MvcTestResult refused = operator.post("/contacts/" + ana + "/edit", form);

        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused))
                .contains("id=\"phone-error\"", "id=\"cf_seats-error\"", "id=\"email-error\"")
                .contains("value=\"Graz &#34;&lt;b>\"", "/contacts/" + ana + "/merge")
                .doesNotContain("id=\"city-error\"");
        assertThat(contacts.get(tenant, ana).city()).isNull();
    }

    @Test
    void aContactKeepsSomethingThatTellsItApart() {
        Map<String, String> form = form(ana);
        form.put("phone", "");

        assertThat(TestBrowser.text(operator.post("/contacts/" + ana + "/edit", form)))
                .contains("A contact needs an external id, a phone or an email.");
    }

    @Test
    void whatSomebodyElseHasChangedInBetweenIsNotWrittenOver() {
        Map<String, String> form = form(ana);
        contacts.change(
                tenant, ana, Map.of("company", "Lakeside", "city", "Graz"), new Origin("Ben"));
        form.put("company", "Acme & Sons");
        form.put("first_name", "Anna");

        MvcTestResult refused = operator.post("/contacts/" + ana + "/edit", form);

        assertThat(refused).hasStatus(422);
        String html = TestBrowser.text(refused);
        assertThat(html)
                .contains(
                        "id=\"company-error\"", "It is now: Lakeside", "value=\"Acme &amp; Sons\"")
                .contains("value=\"Graz\"", "value=\"Anna\"")
                .doesNotContain("id=\"city-error\"", "id=\"first_name-error\"");

        Map<String, String> again = new LinkedHashMap<>(form);
        again.putAll(before(html));
        again.put("city", "Graz");
        assertThat(operator.post("/contacts/" + ana + "/edit", again)).hasStatus3xxRedirection();
        Contact changed = contacts.get(tenant, ana);
        assertThat(changed.company()).isEqualTo("Acme & Sons");
        assertThat(changed.firstName()).isEqualTo("Anna");
        assertThat(changed.city()).isEqualTo("Graz");
    }

    @Test
    void twoContactsOfAPersonBecomeOne() {
        assertThat(operator.html("/contacts/" + ana + "/merge?q=ana%40example.org"))
                .contains("Annie", "other=" + annie);
        assertThat(operator.html("/contacts/" + ana + "/merge?q=" + annie)).contains("Annie");
        assertThat(operator.html("/contacts/" + ana + "/merge?q=Ana"))
                .as("nobody is merged with themselves")
                .contains("No other contact found");
        String comparison = operator.html("/contacts/" + ana + "/merge?other=" + annie);
        assertThat(comparison)
                .contains(
                        "<del class=\"quiet\">Annie</del>",
                        "<del class=\"quiet\">+14155552601</del>")
                .contains("<ins class=\"after\">ana@example.org</ins>", ">12.5</ins>")
                .contains("/contacts/" + annie + "/merge?other=" + ana);

        assertThat(operator.post("/contacts/" + ana + "/merge", merging(comparison)))
                .hasRedirectedUrl("/contacts/" + ana + "?done=merged");
        assertThat(operator.get("/contacts/" + annie)).hasRedirectedUrl("/contacts/" + ana);
        assertThat(operator.html("/contacts/" + ana))
                .contains("ana@example.org", "who merged another contact into it");
    }

    @Test
    void nobodyMergesWhatTheyHaveNotSeen() {
        Map<String, String> form =
                merging(operator.html("/contacts/" + ana + "/merge?other=" + annie));
        contacts.change(tenant, annie, Map.of("email", "annie@example.org"), new Origin("Ben"));

        MvcTestResult refused = operator.post("/contacts/" + ana + "/merge", form);

        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused))
                .contains("One of them has changed", "annie@example.org");
        assertThat(contacts.get(tenant, annie).id()).isEqualTo(annie);
        assertThat(operator.post("/contacts/" + ana + "/merge", merging(TestBrowser.text(refused))))
                .hasStatus3xxRedirection();
    }

    @Test
    void aDeletedContactComesBack() {
        assertThat(operator.post("/contacts/" + ana + "/delete", Map.of()))
                .hasRedirectedUrl("/contacts/" + ana);
        assertThat(operator.html("/contacts/" + ana))
                .contains("This contact is deleted", "Bring it back");
        assertThat(operator.html("/contacts")).doesNotContain(">Ana<");
        contacts.change(tenant, annie, Map.of("phone", "+14155552600"), new Origin("Ben"));
        MvcTestResult refused = operator.post("/contacts/" + ana + "/restore", Map.of());
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("Phone: Another contact has this value");
        contacts.change(tenant, annie, Map.of("phone", "+14155552601"), new Origin("Ben"));

        assertThat(operator.post("/contacts/" + ana + "/restore", Map.of()))
                .hasRedirectedUrl("/contacts/" + ana + "?done=restored");
        assertThat(operator.html("/contacts/" + ana))
                .contains("who deleted it", "who brought it back", "Acme");
    }

    @Test
    void whoAnswersForTheLawErasesByTypingWhom() {
        var compliance = TestBrowser.signedIn(web, tenants.member(tenant, Role.COMPLIANCE).email());
        String path = "/contacts/" + ana + "/erase";
        assertThat(compliance.html("/contacts/" + ana))
                .contains(path)
                .doesNotContain("/edit", "/merge", "/delete");
        assertThat(compliance.html(path)).contains("Erase Ana", "Write “Ana” to confirm");

        MvcTestResult refused = compliance.post(path, Map.of("confirmation", "Annie"));
        assertThat(refused).hasStatus(422);
        assertThat(TestBrowser.text(refused)).contains("This is not what the contact is called.");
        assertThat(compliance.post(path, Map.of("confirmation", " ANA ")))
                .hasRedirectedUrl("/contacts?erased=1");
        assertThat(compliance.html("/contacts?erased=1")).contains("The person is erased.");
        assertThat(compliance.get("/contacts/" + ana)).hasStatus(404);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyDoesWhatTheyMay(Role role) {
        var browser =
                role == Role.OPERATOR
                        ? operator
                        : TestBrowser.signedIn(web, tenants.member(tenant, role).email());
        boolean changes = role == Role.ADMIN || role == Role.OPERATOR;
        boolean erases = role == Role.ADMIN || role == Role.COMPLIANCE;
        String path = "/contacts/" + ana;

        for (String action : List.of("/edit", "/merge")) {
            if (changes) {
                assertThat(browser.get(path + action)).hasStatusOk();
            } else {
                assertThat(browser.get(path + action)).hasRedirectedUrl(path);
                assertThat(browser.post(path + action, Map.of())).hasStatus(403);
            }
        }
        if (erases) {
            assertThat(browser.get(path + "/erase")).hasStatusOk();
        } else {
            assertThat(browser.get(path + "/erase")).hasRedirectedUrl(path);
            assertThat(browser.post(path + "/erase", Map.of("confirmation", "Ana"))).hasStatus(403);
        }
        assertThat(browser.post(path + "/delete", Map.of())).hasStatus(changes ? 302 : 403);
        if (!changes) {
            operator.post(path + "/delete", Map.of());
        }
        if (changes || erases) {
            assertThat(browser.html(path)).contains("This contact is deleted");
        } else {
            assertThat(browser.get(path)).hasStatus(404);
            assertThat(browser.post(path + "/restore", Map.of())).hasStatus(403);
        }
    }

    /// What a browser sends of the form as it came.
    private Map<String, String> form(UUID contact) {
        Map<String, String> form = before(operator.html("/contacts/" + contact + "/edit"));
        Map<String, String> sent = new LinkedHashMap<>(form);
        form.forEach((name, value) -> {
            String control = name.substring("was.".length());
            // Nothing is checked in a group of none.
            if (!control.equals("cf_likes") || !value.isEmpty()) {
                sent.put(control, value);
            }
        });
        return sent;
    }

    private static Map<String, String> before(String html) {
        Map<String, String> before = new LinkedHashMap<>();
        BEFORE.matcher(html)
                .results()
                .forEach(found ->
                        before.put(
                                found.group(1),
                                found.group(2)
                                        .replace("&#34;", "\"")
                                        .replace("&lt;", "<")
                                        .replace("&amp;", "&")));
        assertThat(before).isNotEmpty();
        return before;
    }

    private static Map<String, String> merging(String html) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String name : List.of("other", "seen")) {
            var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(html);
            assertThat(value.find()).as(name).isTrue();
            form.put(name, value.group(1));
        }
        return form;
    }
}
