package io.muster.server.imports.pages.map;

import java.util.List;
import java.util.UUID;

/// Where the mapping stands: what keeps it from being used, and what there is to say of each
/// column.
///
/// @param problems in sentences, those of the columns included
/// @param notes one for each column
public record MapState(
        UUID importId, int mapped, int columns, List<String> problems, List<ColumnNote> notes) {

    public boolean isUsable() {
        return problems.isEmpty();
    }

    public long attention() {
        return notes.stream().filter(ColumnNote::needsAttention).count();
    }
}
