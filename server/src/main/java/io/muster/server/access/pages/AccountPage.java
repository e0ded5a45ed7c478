package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.PasswordRule;
import io.muster.server.access.Sessions.OpenSession;
import io.muster.server.platform.pages.FormField;
import io.muster.server.tenants.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people see of their own account.
///
/// @param teams the tenants that they belong to
/// @param password whether they have one
/// @param done what was just done, null for nothing
/// @param problems what was refused, one sentence each
public record AccountPage(
        MemberCaller member,
        List<Team> teams,
        Password password,
        List<OpenSession> sessions,
        @Nullable String done,
        List<String> problems) {

    /// How somebody signs in.
    public enum Password {
        OWN,
        /// They sign in elsewhere.
        NONE
    }

    /// A tenant that somebody can look at.
    ///
    /// @param current whether they do
    public record Team(TenantId id, String name, boolean current) {}

    public String role() {
        return MembersPage.roleName(member.role());
    }

    public boolean hasPassword() {
        return password == Password.OWN;
    }

    public boolean isHere(OpenSession session) {
        return session.place() == OpenSession.Place.HERE;
    }

    public String device(OpenSession session) {
        String words = session.device();
        return words == null ? t("account.device.unknown") : words;
    }

    public FormField currentField() {
        return FormField.of(FormField.Kind.PASSWORD, "current", t("account.password.current"))
                .required()
                .withAutocomplete("current-password");
    }

    public FormField passwordField() {
        return FormField.of(FormField.Kind.PASSWORD, "password", t("account.password.new"))
                .required()
                .withHint(t("password.hint", PasswordRule.LEAST_CHARS))
                .withAutocomplete("new-password");
    }
}
