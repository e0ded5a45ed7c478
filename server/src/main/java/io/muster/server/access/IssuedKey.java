package io.muster.server.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new key and its secret, which is nowhere else.
public record IssuedKey(
        UUID id, String name, Set<Scope> scopes, @Nullable Instant expiresAt, KeySecret secret) {}
