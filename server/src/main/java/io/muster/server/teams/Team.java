package io.muster.server.teams;

import java.util.UUID;

/// A team of a tenant.
///
/// @param name unique among the teams in use, whatever its case
public record Team(UUID id, String name) {}
