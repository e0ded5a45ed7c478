package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page shows on which a contact is merged with another.
///
/// @param contact the one that stays
/// @param q what the other one was searched by
/// @param candidates who was found
/// @param comparison with the one that was chosen, null while none is
/// @param problem why they were not merged, null when nobody has tried
public record MergePage(
        Contact contact,
        String q,
        List<Contact> candidates,
        @Nullable Comparison comparison,
        @Nullable String problem) {

    /// Both contacts side by side.
    ///
    /// @param seen tells whether both still are as they are shown
    public record Comparison(Contact other, List<Line> lines, String seen) {
        public boolean losesValues() {
            return lines.stream().anyMatch(Line::isLost);
        }
    }

    /// One field, in words.
    ///
    /// @param after what it would be
    public record Line(String label, String here, String there, String after) {

        /// Whether the value comes from the other contact, or from both.
        public boolean isGained() {
            return !after.equals(here);
        }

        /// Whether the other contact's value goes.
        public boolean isLost() {
            return !there.isEmpty() && after.equals(here) && !there.equals(here);
        }
    }

    public boolean isSearch() {
        return !q.isEmpty();
    }

    public String path() {
        return ContactPage.path(contact);
    }

    public String pathWith(Contact other) {
        return path() + "/merge?other=" + other.id();
    }

    /// The same with the roles changed.
    public String swapped(Contact other) {
        return ContactPage.path(other) + "/merge?other=" + contact.id();
    }
}
