package io.muster.server.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldTest {
    @Test
    void tiesHintAndErrorToTheControl() {
        String html =
                render(
                        FormField.text("phone", "Phone")
                                .required()
                                .withHint("With country code")
                                .withError("Not a number"));

        assertThat(html)
                .contains("for=\"phone\"", "id=\"phone\"", "aria-invalid=\"true\"", " required")
                .contains("aria-describedby=\"phone-hint phone-error\"")
                .contains("id=\"phone-hint\"", "id=\"phone-error\"");
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        assertThat(render(FormField.text("phone", "Phone")))
                .doesNotContain("aria-invalid", "aria-describedby", " required");
    }

    @Test
    void groupsTheChoicesAndMarksTheChosen() {
        String html =
                render(
                        FormField.select(
                                        "target",
                                        "Target",
                                        List.of(
                                                new Choice("skip", "Skip"),
                                                new Choice("phone", "Phone", "Standard \"fields\""),
                                                new Choice(
                                                        "email", "Email", "Standard \"fields\"")))
                                .withValue("email"));

        assertThat(html)
                .containsOnlyOnce("<optgroup label=\"Standard &#34;fields&#34;\">")
                .contains("<option value=\"email\" selected>Email</option>")
                .contains("<option value=\"phone\">Phone</option>");
    }

    @Test
    void escapesWhatPeopleType() {
        assertThat(render(FormField.text("name", "Name").withValue("\"><script>alert(1)</script>")))
                .doesNotContain("<script>")
                .contains("value=\"&#34;>&lt;script>");
    }

    private static String render(FormField field) {
        var output = new StringOutput();
        PagesConfiguration.precompiled()
                .render("parts/field.jte", Map.<String, Object>of("field", field), output);
        return output.toString();
    }
}
