package io.muster.server.sources.pages;

import io.muster.engine.mapping.Target;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/// The form of a source as it was sent.
///
/// @param payload an object to try the mapping with, blank for none
public record SourceForm(String name, List<MappingRow> rows, String payload) {

    static SourceForm of(MultiValueMap<String, String> sent) {
        List<String> pointers = sent.getOrDefault("pointer", List.of());
        List<String> targets = sent.getOrDefault("target", List.of());
        List<MappingRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(pointers.size(), targets.size()); i++) {
            String pointer = pointers.get(i).strip();
            if (!pointer.isEmpty()) {
                rows.add(
                        new MappingRow(
                                pointer.startsWith("/") ? pointer : "/" + pointer, targets.get(i)));
            }
        }
        return new SourceForm(
                Objects.requireNonNullElse(sent.getFirst("name"), ""),
                rows,
                Objects.requireNonNullElse(sent.getFirst("payload"), ""));
    }

    static SourceForm of(Source source) {
        return new SourceForm(
                source.name(),
                source.mapping().stream()
                        .map(column ->
                                new MappingRow(
                                        String.valueOf(column.header()),
                                        String.valueOf(column.target())))
                        .toList(),
                "");
    }

    /// What is meant: parts that are left out drop out, and whatever else is set about a part
    /// stays.
    Source.Content content(Source before) {
        Map<String, ColumnSettings> known =
                before.mapping().stream()
                        .collect(
                                Collectors.toMap(
                                        column -> String.valueOf(column.header()),
                                        column -> column));
        List<ColumnSettings> mapping =
                rows.stream()
                        .filter(row -> !row.target().equals(Target.SKIP.text()))
                        .map(row -> {
                            ColumnSettings column = known.get(row.pointer());
                            return column == null
                                    ? new ColumnSettings(0, row.target()).at(null, row.pointer())
                                    : column.to(row.target());
                        })
                        .toList();
        return new Source.Content(name, mapping, before.settings().withColumns(null));
    }
}
