package io.muster.server.imports.repair;

import io.muster.engine.file.CellText;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// New texts for the cells of a row, by header or by the column's index.
///
/// Headers are unique as they are shown (`Email`, `Email (2)`); only cells beyond the last header
/// need their index.
///
/// @param values by header; null or blank to empty a cell
/// @param cells by index, counted from 0
public record CellTexts(
        @Nullable Map<String, @Nullable String> values,
        @Nullable Map<Integer, @Nullable String> cells) {

    /// The texts in the form in which rules read them, by index.
    ///
    /// @param width how many cells the row has
    /// @param longest the most characters in a cell
    /// @throws ApiProblem 422 naming each that cannot be a cell of this import
    Map<Integer, @Nullable String> read(Import of, int width, int longest) {
        List<FieldError> errors = new ArrayList<>();
        Map<Integer, @Nullable String> texts = new TreeMap<>();
        if (values != null) {
            values.forEach((header, text) -> {
                String pointer = "/values/" + header;
                ImportColumn column =
                        of.columns().stream()
                                .filter(one -> one.name().equals(header))
                                .findFirst()
                                .orElse(null);
                if (column == null) {
                    errors.add(unknown(pointer));
                } else {
                    texts.put(column.index(), clean(pointer, text, longest, errors));
                }
            });
        }
        if (cells != null) {
            cells.forEach((index, text) -> {
                String pointer = "/cells/" + index;
                if (index < 0 || index >= Math.max(width, of.columns().size())) {
                    errors.add(unknown(pointer));
                } else {
                    texts.put(index, clean(pointer, text, longest, errors));
                }
            });
        }
        if (errors.isEmpty() && texts.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/values",
                            Code.UNKNOWN_COLUMN.name(),
                            "Name at least one cell and its new text."));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("Some cells cannot be taken as they are.", errors);
        }
        return texts;
    }

    private static String clean(
            String pointer, @Nullable String text, int longest, List<FieldError> errors) {
        String clean = text == null ? "" : CellText.clean(text).orElse(null);
        if (clean == null) {
            errors.add(
                    new FieldError(
                            pointer,
                            Code.CONTROL_CHARACTER.name(),
                            "The text holds a character that is not text. Remove it."));
            return "";
        }
        if (clean.length() > longest) {
            errors.add(
                    new FieldError(
                            pointer,
                            Code.CELL_TOO_LONG.name(),
                            "The text is longer than a cell can be. Shorten it."));
        }
        return clean;
    }

    private static FieldError unknown(String pointer) {
        return new FieldError(
                pointer, Code.UNKNOWN_COLUMN.name(), "The file has no column of this name.");
    }
}
