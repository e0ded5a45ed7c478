package io.muster.server.imports;

import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mapping that a tenant keeps for files with the same headers.
///
/// @param name unique within the tenant, whatever its case
/// @param columns by header, those that are left out among them
/// @param options the rest of an import's options
/// @param usedAt when an import that goes by it last started; null for never
public record SavedMapping(
        UUID id,
        String name,
        List<ColumnSettings> columns,
        ImportSettings options,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant usedAt) {

    /// What a person or a program says of one.
    public record Content(String name, List<ColumnSettings> columns, ImportSettings options) {}

    /// What it knows of the columns of an import, and what not.
    public EarlierMapping comparedWith(Import of) {
        return EarlierMappings.compare(this, of.columns());
    }

    /// When it last proved right, as far as is known.
    public Instant touchedAt() {
        return usedAt == null || usedAt.isBefore(updatedAt) ? updatedAt : usedAt;
    }
}
