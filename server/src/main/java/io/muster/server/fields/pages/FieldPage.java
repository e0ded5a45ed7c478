package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.fields.CustomField;
import io.muster.server.fields.FieldUses.Use;
import io.muster.server.platform.pages.FormField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one custom field shows.
///
/// @param standing whether it is in use
/// @param held how many contacts hold it, in words
/// @param counted whether these are all contacts
/// @param form what can be changed, empty where the viewer may not
/// @param mayWrite whether the viewer may change it
/// @param removal options that are to go, null while nobody has asked for it
/// @param problem why it does not come back, null when nobody has tried
/// @param done what was just done, null for nothing
public record FieldPage(
        CustomField field,
        Standing standing,
        String held,
        Counted counted,
        List<Use> uses,
        List<FormField> form,
        boolean mayWrite,
        @Nullable Removal removal,
        @Nullable String problem,
        @Nullable String done) {

    /// Whether a field can be written to.
    public enum Standing {
        IN_USE,
        RETIRED
    }

    /// How far a count went.
    public enum Counted {
        ALL,
        NEWEST
    }

    /// Options that are to be taken away.
    public record Removal(List<Option> options) {
        /// As the form says them again.
        public String lines() {
            return String.join("\n", options.stream().map(Option::name).toList());
        }
    }

    /// An option, and how many contacts hold it, in words.
    public record Option(String name, String held) {}

    static String path(CustomField field) {
        return "/fields/" + field.key();
    }

    public String path() {
        return path(field);
    }

    public boolean isRetired() {
        return standing == Standing.RETIRED;
    }

    public boolean isCounted() {
        return counted == Counted.ALL;
    }

    public boolean isRefused() {
        return form.stream().anyMatch(one -> one.error() != null);
    }

    public String type() {
        return t("field.type." + field.type().text());
    }

    /// What kind of thing names the field.
    public String kind(Use use) {
        return t("field.use." + UseWords.text(use.kind()));
    }

    /// The options as the form was shown with them.
    public String seen() {
        return String.join("\n", field.options());
    }
}
