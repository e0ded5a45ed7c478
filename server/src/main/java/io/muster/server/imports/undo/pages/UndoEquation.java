package io.muster.server.imports.undo.pages;

import io.muster.server.imports.undo.UndoCounts;
import java.util.List;
import java.util.stream.Stream;

/// Deleted + restored + kept = rows that wrote something.
///
/// @param total of the terms
public record UndoEquation(List<Term> terms, long total) {

    /// @param path to the rows; empty where there are none to show
    public record Term(UndoKind kind, long count, String path) {}

    /// @param rows where the rows are; empty when there are none yet
    static UndoEquation of(UndoCounts counts, String rows) {
        List<Term> terms =
                Stream.of(UndoKind.values())
                        .filter(kind -> kind != UndoKind.FAILED || kind.in(counts) > 0)
                        .map(kind ->
                                new Term(
                                        kind,
                                        kind.in(counts),
                                        rows.isEmpty() || kind.in(counts) == 0
                                                ? ""
                                                : rows + "?result=" + kind.filter().text()))
                        .toList();
        return new UndoEquation(terms, counts.done());
    }
}
