package io.muster.server.imports.store;

import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowCounts;
import java.util.List;
import java.util.UUID;

/// A batch of rows that reached the log together.
///
/// @param firstRow number of its first row
/// @param lastRow number of its last row; all between belong to it
/// @param issues remarks about its rows
/// @param rows as [StagedRows] lays them out
public record Delivery(
        UUID id,
        UUID importId,
        String source,
        int attempt,
        long firstRow,
        long lastRow,
        RowCounts counts,
        List<IssueCount> issues,
        byte[] rows) {}
