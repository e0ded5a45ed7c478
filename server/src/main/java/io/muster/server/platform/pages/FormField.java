package io.muster.server.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One labelled control of a form, with its hint and its error.
///
/// @param hint what helps to fill it in, null for none
/// @param error what is wrong with the value, null when nothing is
/// @param autocomplete what the browser may fill in, `off` for nothing
/// @param choices what a select offers, empty for the other kinds
public record FormField(
        String name,
        String label,
        Kind kind,
        Need need,
        String value,
        @Nullable String hint,
        @Nullable String error,
        String autocomplete,
        List<Choice> choices) {

    /// The control that takes the value.
    public enum Kind {
        TEXT("text"),
        EMAIL("email"),
        PASSWORD("password"),
        TELEPHONE("tel"),
        SEARCH("search"),
        DATE("date"),
        AREA("textarea"),
        SELECT("select"),
        CHECKBOX("checkbox");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    /// Whether the form can go without a value.
    public enum Need {
        OPTIONAL,
        REQUIRED
    }

    public static FormField of(Kind kind, String name, String label) {
        return new FormField(name, label, kind, Need.OPTIONAL, "", null, null, "off", List.of());
    }

    public static FormField text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    public static FormField select(String name, String label, List<Choice> choices) {
        return of(Kind.SELECT, name, label).withChoices(choices);
    }

    public FormField required() {
        return new FormField(
                name, label, kind, Need.REQUIRED, value, hint, error, autocomplete, choices);
    }

    public FormField withValue(@Nullable String newValue) {
        String text = newValue == null ? "" : newValue;
        return new FormField(name, label, kind, need, text, hint, error, autocomplete, choices);
    }

    public FormField withHint(@Nullable String newHint) {
        return new FormField(name, label, kind, need, value, newHint, error, autocomplete, choices);
    }

    public FormField withError(@Nullable String newError) {
        return new FormField(name, label, kind, need, value, hint, newError, autocomplete, choices);
    }

    public FormField withAutocomplete(String filled) {
        return new FormField(name, label, kind, need, value, hint, error, filled, choices);
    }

    private FormField withChoices(List<Choice> offered) {
        return new FormField(name, label, kind, need, value, hint, error, autocomplete, offered);
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /// The ids of hint and error for `aria-describedby`, null when there is neither.
    public @Nullable String describedBy() {
        if (hint == null && error == null) {
            return null;
        }
        return ((hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error"))
                .strip();
    }
}
