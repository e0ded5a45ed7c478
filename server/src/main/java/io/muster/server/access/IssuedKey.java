package io.muster.server.access;

import java.util.UUID;

/// A new key and its secret, which is nowhere else.
public record IssuedKey(UUID id, KeySecret secret) {}
