package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.FormField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of sources shows.
///
/// @param mayChange whether the person may set sources up
/// @param done what was just done, null for nothing
/// @param problems why a new source was refused, by the field at fault
public record SourcesPage(
        List<SourceLine> lines,
        boolean mayChange,
        @Nullable String done,
        String name,
        String key,
        List<String> problems) {

    public FormField nameField() {
        return FormField.text("name", t("sources.name"))
                .required()
                .withValue(name)
                .withHint(t("sources.name.hint"));
    }

    public FormField keyField() {
        return FormField.text("key", t("sources.key"))
                .required()
                .withValue(key)
                .withHint(t("sources.key.hint"));
    }
}
