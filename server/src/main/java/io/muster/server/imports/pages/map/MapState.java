package io.muster.server.imports.pages.map;

import java.util.List;
import java.util.UUID;

/// Where the mapping stands: what keeps it from being used, and what there is to say of each
/// column.
///
/// @param problems in sentences, those of the columns included
/// @param notes one for each column
/// @param counted over which rows the columns were counted, in words
public record MapState(
        UUID importId,
        int mapped,
        int columns,
        List<String> problems,
        List<ColumnNote> notes,
        String counted) {

    public boolean isUsable() {
        return problems.isEmpty();
    }

    public long attention() {
        return notes.stream().filter(ColumnNote::needsAttention).count();
    }
}
