package io.muster.server.imports.pages.review;

import io.muster.engine.field.StandardField;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Effect;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.OutcomeKind;
import io.muster.server.imports.pages.RowLine;
import io.muster.server.imports.pages.RowLine.Remark;
import io.muster.server.imports.review.FieldChange;
import io.muster.server.imports.review.ReviewRow;
import io.muster.server.imports.review.ReviewRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row as the grid shows it.
///
/// @param cells one for each column of the grid
/// @param others changes that no shown column stands for, by the field as people call it
/// @param contactId the stored contact that it would change
/// @param matchedOn the key that found the contact, as people call it; empty for none
public record GridRow(
        long row,
        OutcomeKind outcome,
        List<Cell> cells,
        List<Remark> remarks,
        List<Other> others,
        @Nullable UUID contactId,
        String matchedOn) {

    /// What stands in the file, and what would become of the contact's field.
    ///
    /// @param index of its column
    /// @param tone of the remark about it; empty for none
    /// @param edited whether somebody has written it by hand
    public record Cell(
            int index,
            String header,
            String text,
            @Nullable Change change,
            String tone,
            boolean edited) {}

    /// Values in words; empty for none.
    public record Change(String before, String after) {}

    /// A change of a field that has no column here.
    public record Other(String field, Change change) {}

    static GridRow of(ReviewRows.Line line, List<GridColumn> columns, FieldNames names) {
        ReviewRow row = line.row();
        Map<String, FieldChange> left = new LinkedHashMap<>(row.changes());
        List<Cell> cells = new ArrayList<>();
        for (GridColumn column : columns) {
            int index = column.index();
            String text = index < line.cells().size() ? line.cells().get(index) : "";
            cells.add(
                    new Cell(
                            index,
                            column.header(),
                            text,
                            take(column, left),
                            tone(row, column, text),
                            line.edited().contains(index)));
        }
        return new GridRow(
                row.row(),
                OutcomeKind.ofAction(row.action().name().toLowerCase(Locale.ROOT)),
                cells,
                row.info().stream().map(remark -> RowLine.remark(remark, names)).toList(),
                left.entrySet().stream()
                        .map(other -> new Other(names.of(other.getKey()), change(other.getValue())))
                        .toList(),
                row.contactId(),
                row.matchedOn() == null ? "" : names.of(row.matchedOn()));
    }

    /// The change of what a column fills, which is then told.
    private static @Nullable Change take(GridColumn column, Map<String, FieldChange> changes) {
        List<Change> parts =
                column.filled().stream()
                        .map(changes::remove)
                        .filter(Objects::nonNull)
                        .map(GridRow::change)
                        .toList();
        return parts.isEmpty()
                ? null
                : new Change(
                        parts.stream().map(Change::before).collect(Collectors.joining(" ")).strip(),
                        parts.stream().map(Change::after).collect(Collectors.joining(" ")).strip());
    }

    private static String tone(ReviewRow row, GridColumn column, String text) {
        boolean remarked =
                row.info().stream()
                        .anyMatch(remark ->
                                column.field().equals(remark.field()) && isAbout(remark, text));
        if (!remarked) {
            return "";
        }
        return switch (Effect.of(row.action())) {
            case FAILS -> "tone-bad";
            case SKIPS -> "tone-busy";
            case WARNS -> "tone-note";
        };
    }

    /// Several columns may go to one field; a remark on a value is about the one that holds it.
    private static boolean isAbout(Info remark, String text) {
        return remark.value() == null
                || text.isEmpty()
                || KEYS.contains(remark.field())
                || remark.value().equals(text);
    }

    /// Remarks on keys quote them as they are stored.
    private static final Set<@Nullable String> KEYS =
            Set.of(
                    StandardField.EXTERNAL_ID.key(),
                    StandardField.PHONE.key(),
                    StandardField.EMAIL.key());

    private static Change change(FieldChange change) {
        return new Change(words(change.before()), words(change.after()));
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case BigDecimal number -> number.toPlainString();
            case Object one -> one.toString();
        };
    }
}
