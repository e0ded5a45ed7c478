package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Invitation;
import io.muster.server.access.IssuedInvitation;
import io.muster.server.access.Membership;
import io.muster.server.access.Role;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.Pager;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page of the members shows.
///
/// @param viewer who looks at it
/// @param keys that work, by which of the members has made them
/// @param now to tell which invitations have expired
/// @param issued the invitation that was just made, with its link; null for none
/// @param done what was just done, null for nothing
/// @param problems what was refused, one sentence each
/// @param email as it was sent
/// @param role as it was sent
public record MembersPage(
        UUID viewer,
        List<Membership> members,
        Pager pager,
        List<Invitation> invitations,
        Map<UUID, List<String>> keys,
        Instant now,
        @Nullable IssuedInvitation issued,
        @Nullable String done,
        List<String> problems,
        String email,
        String role) {

    public FormField emailField() {
        return FormField.of(FormField.Kind.EMAIL, "email", t("members.email"))
                .required()
                .withValue(email);
    }

    public FormField roleField() {
        return FormField.select("role", t("members.role"), roles())
                .required()
                .withValue(role.isBlank() ? Role.VIEWER.toString() : role)
                .withHint(t("members.role.hint"));
    }

    /// The roles, the one that may least first.
    public List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.toString(), roleName(role)))
                .toList()
                .reversed();
    }

    public static String roleName(Role role) {
        return t("role." + role);
    }

    /// The keys that a member has made and that work on without them; blank for none.
    public String keysOf(UUID member) {
        return String.join(", ", keys.getOrDefault(member, List.of()));
    }

    public boolean isExpired(Invitation invitation) {
        return !invitation.expiresAt().isAfter(now);
    }

    /// What became of the link that was just made.
    public String delivery() {
        return issued == null
                ? ""
                : switch (issued.delivery()) {
                    case MAILED -> t("members.invited.mailed", issued.invitation().email());
                    case NO_MAIL_SERVER -> t("members.invited.no_mail_server");
                    case REFUSED -> t("members.invited.refused");
                };
    }

    /// The link, where the invited person has not got it.
    public @Nullable String link() {
        URI link = issued == null ? null : issued.link();
        return link == null ? null : link.toString();
    }
}
