package io.muster.server.imports.store;

import io.muster.engine.file.RowPlace;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowCounts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch of rows that reached the log together.
///
/// @param firstRow number of its first row
/// @param lastRow number of its last row; all between belong to it
/// @param importId null for rows that no import brought
/// @param issues remarks about its rows
/// @param places of its first row and of each 500th behind, as far as they are known; null where
///   one cannot be told
/// @param rows as [StagedRows] lays them out
public record Delivery(
        UUID id,
        @Nullable UUID importId,
        String source,
        int attempt,
        long firstRow,
        long lastRow,
        RowCounts counts,
        List<IssueCount> issues,
        List<@Nullable RowPlace> places,
        byte[] rows) {}
