package io.muster.server.importlog;

import java.util.UUID;

/// Where a row stands in the log: in a delivery, behind the number in it.
public record LogPlace(UUID delivery, long row) {}
