package io.muster.server.suppressions.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.FormField.Kind;
import java.util.List;

/// What is being put on the list.
///
/// @param values one a line
/// @param refusal what was not taken, empty when nothing was refused
/// @param problems why, one sentence each
public record AddForm(String values, String reason, String refusal, List<String> problems) {
    static final AddForm EMPTY = new AddForm("", "", "", List.of());

    public FormField valuesField() {
        return FormField.of(Kind.AREA, "values", t("suppressions.add.values"))
                .required()
                .withValue(values)
                .withHint(t("suppressions.add.values.hint"));
    }

    public FormField reasonField() {
        return FormField.text("reason", t("suppressions.add.reason"))
                .withValue(reason)
                .withHint(t("suppressions.add.reason.hint"));
    }

    public FormField fileReasonField() {
        return FormField.text("file-reason", t("suppressions.add.reason"));
    }
}
