package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the form of a contact shows.
///
/// @param problems what is wrong that belongs to no field
/// @param taken values that other contacts have, who may be the same person
public record EditPage(
        Contact contact, List<Group> groups, List<String> problems, List<String> taken) {

    /// Fields that belong together.
    public record Group(String title, List<Control> controls) {}

    /// A field in the form.
    public sealed interface Control {

        /// What stood in the field when the form was shown.
        String before();

        /// What the control is called.
        String name();
    }

    public record One(FormField field, String before) implements Control {
        @Override
        public String name() {
            return field.name();
        }
    }

    /// One or more of several choices.
    public record Several(
            String name,
            String label,
            List<Choice> choices,
            Set<String> chosen,
            @Nullable String error,
            String before)
            implements Control {}

    public boolean isRefused() {
        return !problems.isEmpty()
                || groups.stream()
                        .flatMap(group -> group.controls().stream())
                        .anyMatch(EditPage::isWrong);
    }

    private static boolean isWrong(Control control) {
        return switch (control) {
            case One one -> one.field().error() != null;
            case Several several -> several.error() != null;
        };
    }

    public String path() {
        return ContactPage.path(contact);
    }
}
