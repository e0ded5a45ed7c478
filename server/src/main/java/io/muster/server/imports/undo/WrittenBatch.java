package io.muster.server.imports.undo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch of an import that wrote something; an undo takes back one at a time.
///
/// @param delivery under which the log has its rows
/// @param version of the tenant's contacts that it brought about; null for batches from before that
///   was noted
public record WrittenBatch(UUID delivery, @Nullable Long version) {}
