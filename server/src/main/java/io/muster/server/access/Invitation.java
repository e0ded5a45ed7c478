package io.muster.server.access;

import java.time.Instant;
import java.util.UUID;

/// Somebody who may become a member.
///
/// @param expiresAt from when on its link is refused
public record Invitation(
        UUID id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {}
