package io.muster.server.importlog;

import io.muster.server.access.Sight;
import io.muster.server.imports.LoggedCells;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// What rows said when they came: the object that a source pushed, or the cells of a file by their
/// headers.
@Component
public class LogPayloads {
    private final LoggedCells cells;

    LogPayloads(LoggedCells cells) {
        this.cells = cells;
    }

    /// In the order of the entries; empty for those whose file is gone, and for the erased.
    public List<Map<String, Object>> of(TenantId tenant, List<LogEntry> entries, Sight sight) {
        Map<LogPlace, Map<String, ?>> payloads = new HashMap<>();
        Map<UUID, List<LogEntry>> ofFiles =
                entries.stream()
                        .filter(entry -> entry.importId() != null)
                        .collect(
                                Collectors.groupingBy(
                                        entry -> Objects.requireNonNull(entry.importId())));
        ofFiles.forEach((file, rows) -> {
            List<Map<String, String>> found =
                    cells.of(tenant, file, rows.stream().map(LogPayloads::row).toList());
            for (int i = 0; i < rows.size(); i++) {
                payloads.put(rows.get(i).place(), found.get(i));
            }
        });
        return entries.stream()
                .map(entry -> {
                    Map<String, ?> payload =
                            entry.importId() == null
                                    ? pushed(entry.payload())
                                    : payloads.getOrDefault(entry.place(), Map.of());
                    return sight.values(payload);
                })
                .toList();
    }

    private static LoggedCells.Row row(LogEntry entry) {
        String kept = entry.payload();
        return new LoggedCells.Row(
                entry.row(),
                kept == null ? null : Json.read(kept, new TypeReference<List<String>>() {}));
    }

    /// An erased row holds no object any more.
    private static Map<String, ?> pushed(@Nullable String payload) {
        return payload == null || !payload.startsWith("{") ? Map.of() : Json.readMap(payload);
    }
}
