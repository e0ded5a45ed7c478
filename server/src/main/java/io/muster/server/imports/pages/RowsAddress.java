package io.muster.server.imports.pages;

import org.jspecify.annotations.Nullable;

/// Where rows of an import or of its undo are found, all of them or those of one result.
///
/// @param rows the path of all rows
/// @param result null for all of them
public record RowsAddress(String rows, @Nullable String result) {

    /// The page that begins at a row.
    public String from(long row) {
        String first = row > 1 ? "from=" + row : "";
        if (result == null) {
            return first.isEmpty() ? rows : rows + "?" + first;
        }
        return rows + "?result=" + result + (first.isEmpty() ? "" : "&" + first);
    }

    public String start() {
        return from(1);
    }

    /// All of them as a file.
    public String download() {
        return rows + ".csv" + (result == null ? "" : "?result=" + result);
    }
}
