package io.muster.server.segments.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.tenants.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SegmentsPagesTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    private TenantId tenant;
    private TestBrowser operator;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        operator = TestBrowser.signedIn(web, tenants.member(tenant, Role.OPERATOR).email());
    }

    @Test
    void anEmptyListSaysWhatSegmentsAre() {
        assertThat(operator.html("/contacts")).contains("href=\"/segments\"");
        assertThat(operator.html("/segments")).contains("No segments yet", "New segment");
    }

    @Test
    void aSegmentIsBuiltWithNothingButForms() {
        contacts.add(
                tenant,
                draft ->
                        draft.text(StandardField.CITY, "London")
                                .text(StandardField.FIRST_NAME, "Ada")
                                .text(StandardField.COUNTRY, "GB"));
        assertThat(operator.html("/segments/new"))
                .contains("name=\"field.0\"", "name=\"mode\"")
                .doesNotContain("name=\"field.1\"");

        Map<String, String> form = form();
        form.put("do", "add");
        String two = build(form);
        assertThat(two).contains("name=\"field.1\"", "autofocus").contains("value=\"Ada\"");

        form.put("field.1", "country");
        form.put("op.1", "contains");
        form.put("value.1", "");
        form.put("do", "refresh");
        assertThat(build(form))
                .as("a country is chosen, and contains nothing")
                .contains(
                        "<option value=\"GB\">United Kingdom</option>",
                        "<option value=\"is\" selected>");

        form.put("op.1", "is");
        form.put("value.1", "GB");
        assertThat(build(form)).contains("1 contact matches");
        form.put("do", "group");
        String nested = build(form);
        assertThat(nested).contains("name=\"mode.2\"", "name=\"field.2.0\"", "Complete the conditions", "Remove condition 3.1");

        form.put("mode.2", "any");
        form.put("field.2.0", "city");
        form.put("op.2.0", "is_empty");
        form.put("do", "remove 2.0");
        assertThat(build(form)).contains("name=\"mode.2\"").doesNotContain("name=\"field.2.0\"");
        form.put("do", "remove 0");
        assertThat(build(form))
                .as("what comes behind moves up")
                .contains("name=\"field.0\"", "name=\"mode.1\"", "name=\"field.1.0\"");

        form.remove("mode.2");
        form.remove("field.2.0");
        form.put("do", "save");
        MvcTestResult kept = operator.post("/segments/new", form);
        assertThat(kept).hasStatus3xxRedirection();
        String path = Objects.requireNonNull(kept.getResponse().getRedirectedUrl());
        assertThat(operator.html(path))
                .contains("Ladies", "First name is “Ada” and Country is United Kingdom", "1 contact");
        assertThat(operator.html("/segments")).contains("Ladies", "1 contact", path);
        assertThat(operator.html(path + "/edit")).contains("value=\"Ladies\"", "value=\"Ada\"");

        form.put("name", "Gentlemen");
        form.put("mode", "any");
        assertThat(operator.post(path + "/edit", form)).hasRedirectedUrl(path);
        assertThat(operator.html(path)).contains("Gentlemen", "“Ada” or Country");
        assertThat(operator.post(path + "/delete", Map.of()))
                .hasRedirectedUrl("/segments?deleted=1");
        assertThat(operator.html("/segments?deleted=1"))
                .contains("The segment is deleted.", "No segments yet");
    }

    @Test
    void whatIsWrongStandsAtItsCondition() {
        Map<String, String> form = form();
        form.put("name", "");
        form.put("field.1", "phone");
        form.put("op.1", "is");
        form.put("value.1", "12\"<b>");
        form.put("do", "save");
        assertThat(operator.post("/segments/new", form)).hasStatus(422);
        form.put("name", "x");

        MvcTestResult answer = operator.post("/segments/new", form);

        assertThat(answer).hasStatus(422);
        assertThat(TestBrowser.text(answer))
                .contains("id=\"error-1\"", "value=\"12&#34;&lt;b>\"")
                .contains("aria-describedby=\"error-1\"", "value=\"Ada\"")
                .doesNotContain("id=\"error-0\"");
    }

    @Test
    void scriptsGetTheirPartOnly() {
        Map<String, String> form = form();
        assertThat(TestBrowser.text(operator.post("/segments/count", form)))
                .startsWith("<p id=\"filter-count\"")
                .contains("No contact matches")
                .doesNotContain("<html");
        form.put("value.0", "");
        assertThat(TestBrowser.text(operator.post("/segments/count", form)))
                .contains("Complete the conditions");
        var fragment = web.post().uri("/segments/new").header("HX-Request", "true").param("_csrf", operator.token());
        form.forEach((name, value) -> fragment.param(name, value));
        assertThat(TestBrowser.text(operator.send(fragment)))
                .startsWith("<div id=\"builder\"")
                .doesNotContain("<html");
    }

    @Test
    void viewersSeeAndDoNotChange() {
        Map<String, String> form = form();
        form.put("do", "save");
        String path =
                Objects.requireNonNull(
                        operator.post("/segments/new", form).getResponse().getRedirectedUrl());
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant, Role.VIEWER).email());

        assertThat(viewer.html("/segments")).contains("Ladies").doesNotContain("/segments/new");
        assertThat(viewer.html(path)).contains("Ladies").doesNotContain("/edit", "/delete");
        assertThat(viewer.get("/segments/new")).hasRedirectedUrl("/segments");
        assertThat(viewer.get(path + "/edit")).hasRedirectedUrl(path);
        assertThat(viewer.post("/segments/new", form)).hasStatus(403);
        assertThat(viewer.post(path + "/delete", Map.of())).hasStatus(403);
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Ladies");
        form.put("mode", "all");
        form.put("field.0", "first_name");
        form.put("op.0", "is");
        form.put("value.0", "Ada");
        return form;
    }

    private String build(Map<String, String> form) {
        MvcTestResult answer = operator.post("/segments/new", form);
        assertThat(answer).hasStatusOk();
        return TestBrowser.text(answer);
    }
}
