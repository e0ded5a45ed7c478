package io.muster.server.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may become a member.
///
/// @param expiresAt from when on its link is refused
/// @param mailedAt when the mail server took the link, null if it was shown to whoever invites
public record Invitation(
        UUID id,
        String email,
        Role role,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant mailedAt) {

    /// Whether nobody but the owner of the email has the link.
    boolean isMailed() {
        return mailedAt != null;
    }
}
