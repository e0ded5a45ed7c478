package io.muster.server.imports.pages;

import io.muster.engine.outcome.Info;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportRow;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row of a file as the screens list it.
///
/// @param excerpt the cells that the remarks are about, else the first that hold anything
/// @param cells all cells by header
/// @param contactId the contact that it made, changed or confirmed
/// @param matchedOn the key that found the contact, as people call it; empty for none
public record RowLine(
        long row,
        OutcomeKind outcome,
        List<Remark> remarks,
        List<Cell> excerpt,
        List<Cell> cells,
        @Nullable UUID contactId,
        String matchedOn) {
    private static final int EXCERPT = 3;

    /// A cell under its header.
    public record Cell(String header, String text) {}

    /// What was said about the row.
    ///
    /// @param field as people call it, empty when the whole row is meant
    public record Remark(String field, String message, String code) {}

    static RowLine of(ImportRow row, Import of, FieldNames names) {
        List<String> texts =
                of.columns().stream()
                        .map(column -> row.payload().getOrDefault(column.name(), ""))
                        .toList();
        return of(
                row.row(),
                row.action(),
                row.info(),
                texts,
                of,
                names,
                row.contactId(),
                row.matchedOn());
    }

    private static RowLine of(
            long number,
            String action,
            List<Info> info,
            List<String> texts,
            Import of,
            FieldNames names,
            @Nullable UUID contactId,
            @Nullable String matchedOn) {
        List<Cell> cells = new ArrayList<>();
        List<Cell> concerned = new ArrayList<>();
        Set<Integer> indexes = columns(info, of);
        for (ImportColumn column : of.columns()) {
            String text = column.index() < texts.size() ? texts.get(column.index()) : "";
            var cell = new Cell(column.name(), text);
            cells.add(cell);
            if (indexes.contains(column.index())) {
                concerned.add(cell);
            }
        }
        return new RowLine(
                number,
                OutcomeKind.ofAction(action),
                info.stream().map(remark -> remark(remark, names)).toList(),
                concerned.isEmpty() ? first(cells) : concerned,
                cells,
                contactId,
                matchedOn == null ? "" : names.of(matchedOn));
    }

    public static Remark remark(Info info, FieldNames names) {
        return new Remark(names.place(info.field()), info.message(), info.code().name());
    }

    /// The columns that go to the fields in question.
    private static Set<Integer> columns(List<Info> info, Import of) {
        Set<String> fields =
                info.stream().map(Info::field).filter(Objects::nonNull).collect(Collectors.toSet());
        List<ColumnSettings> mapping = of.settings().columns();
        return mapping == null
                ? Set.of()
                : mapping.stream()
                        .filter(column ->
                                column.target() != null
                                        && fields.contains(
                                                column.target().replaceFirst("^new:", "cf:")))
                        .map(ColumnSettings::index)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private static List<Cell> first(List<Cell> cells) {
        return cells.stream().filter(cell -> !cell.text().isEmpty()).limit(EXCERPT).toList();
    }
}
