package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Joining.OpenInvitation;
import io.muster.server.access.PasswordRule;
import io.muster.server.platform.pages.FormField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sees who has followed the link of an invitation.
///
/// @param open null if the link opens nothing any more
/// @param viewer the email of whoever is signed in, null for nobody
/// @param elsewhere names another way to sign in, blank for none
/// @param problems what was refused, one sentence each
public record JoinPage(
        String token,
        @Nullable OpenInvitation open,
        @Nullable String viewer,
        String name,
        String elsewhere,
        List<String> problems) {

    /// Whether the person signed in is the one that is meant.
    public boolean isMeant() {
        return open != null && open.invitation().email().equals(viewer);
    }

    public String path() {
        return "/join/" + token;
    }

    public String memberPath() {
        return path() + "/member";
    }

    public String elsewherePath() {
        return path() + "/elsewhere";
    }

    public FormField nameField() {
        return FormField.text("name", t("join.name"))
                .withHint(t("join.name.hint"))
                .withValue(name)
                .withAutocomplete("name");
    }

    public FormField passwordField() {
        return FormField.of(FormField.Kind.PASSWORD, "password", t("join.password"))
                .required()
                .withHint(t("join.password.hint", PasswordRule.LEAST_CHARS))
                .withAutocomplete("new-password");
    }
}
