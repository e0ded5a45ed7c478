package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import io.muster.server.platform.pages.FormField;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What the page shows on which a person is erased.
///
/// @param contact deleted or not
/// @param merged how many contacts were merged into it
/// @param problem why nothing was done, null when nobody has tried
public record ErasePage(Contact contact, int merged, @Nullable String problem) {
    static final String CONTROL = "confirmation";

    public FormField confirmation() {
        return FormField.text(CONTROL, t("contact.erase.type", contact.title()))
                .required()
                .withError(problem);
    }

    /// Whether somebody has written whom they mean; capitals and the kind of spaces do not matter.
    static boolean isConfirmed(Contact contact, String written) {
        return plain(written).equalsIgnoreCase(plain(contact.title()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    public String path() {
        return ContactPage.path(contact);
    }
}
