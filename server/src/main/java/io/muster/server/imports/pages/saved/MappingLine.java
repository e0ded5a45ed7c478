package io.muster.server.imports.pages.saved;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.pages.FieldNames;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A saved mapping in the list.
///
/// @param columns each header and where it goes
/// @param refusal why it could not be renamed just now, null when nothing was refused
public record MappingLine(SavedMapping of, List<Column> columns, @Nullable Refusal refusal) {
    private static final int HEADERS = 4;

    /// A header and the field it goes to, as people call it.
    public record Column(String header, String field) {}

    /// A name that was sent and will not do.
    ///
    /// @param words what is wrong with it
    public record Refusal(UUID id, String name, String words) {}

    static MappingLine of(SavedMapping mapping, FieldNames names, @Nullable Refusal refusal) {
        List<Column> columns =
                mapping.columns().stream()
                        .map(column ->
                                new Column(
                                        Objects.requireNonNullElse(column.header(), ""),
                                        names.of(
                                                Objects.requireNonNullElse(
                                                        column.target(), "skip"))))
                        .toList();
        boolean concerned = refusal != null && refusal.id().equals(mapping.id());
        return new MappingLine(mapping, columns, concerned ? refusal : null);
    }

    public String id() {
        return of.id().toString();
    }

    public String path() {
        return SavedMappingsPage.PATH + "/" + of.id();
    }

    /// The first headers, to know it by.
    public String headers() {
        String first =
                columns.stream()
                        .limit(HEADERS)
                        .map(Column::header)
                        .collect(Collectors.joining(", "));
        return columns.size() > HEADERS ? t("saved.headers.more", first) : first;
    }

    /// What stands in the field for the name.
    public String typed() {
        return refusal == null ? of.name() : refusal.name();
    }
}
