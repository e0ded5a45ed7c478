package io.muster.server.sources;

import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A system that pushes contacts.
///
/// @param key names it in addresses and in the log; it never changes
/// @param settings where the parts of an object go; a column's header is the JSON pointer to a part
/// @param webhookSecret what its webhooks are signed with, sealed; null when it sends none
@SuppressWarnings("ArrayRecordComponent")
public record Source(
        UUID id,
        String key,
        String name,
        ImportSettings settings,
        byte @Nullable [] webhookSecret,
        Instant createdAt,
        Instant updatedAt) {

    /// The parts of an object that are mapped, in the order of the columns.
    public List<ColumnSettings> mapping() {
        return Objects.requireNonNullElse(settings.columns(), List.of());
    }

    public List<String> pointers() {
        return mapping().stream()
                .map(column -> Objects.requireNonNullElse(column.header(), ""))
                .toList();
    }

    public boolean hasWebhook() {
        return webhookSecret != null;
    }

    /// What a person or a program decides about a source.
    ///
    /// @param mapping each with a pointer as its header
    /// @param options without columns
    public record Content(String name, List<ColumnSettings> mapping, ImportSettings options) {}
}
