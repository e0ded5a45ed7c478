package io.muster.server.imports.undo.pages;

import io.muster.server.imports.IssueCount;
import io.muster.server.imports.pages.FieldNames;
import java.util.List;

/// Why rows stay as they are.
///
/// @param sentence what is so, and what to do
/// @param field as people call it; empty when the whole contact is meant
/// @param examples who changed the field since, or which values are taken
public record UndoReason(String sentence, String field, long count, List<String> examples) {

    static List<UndoReason> of(List<IssueCount> issues, FieldNames names) {
        return issues.stream()
                .map(issue ->
                        new UndoReason(
                                issue.code().sentence(),
                                issue.field() == null ? "" : names.of(issue.field()),
                                issue.count(),
                                issue.examples()))
                .toList();
    }
}
