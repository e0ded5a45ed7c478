package io.muster.server.imports.undo.pages;

import io.muster.server.imports.Import;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.imports.undo.UndoRow;
import io.muster.server.platform.pages.Badge;
import java.util.List;

/// A row of an undo as the screens list it.
///
/// @param rowPath to the row of the import
/// @param contactPath empty when the contact is gone
/// @param contact what to call it
public record UndoLine(
        long row,
        String rowPath,
        Badge result,
        String contactPath,
        String contact,
        List<Remark> remarks) {

    /// @param field as people call it; empty when the whole contact is meant
    public record Remark(String field, String message, String code) {}

    static UndoLine of(UndoRow row, Import of, FieldNames names) {
        UndoResult result = UndoResult.of(row.result()).orElseThrow();
        return new UndoLine(
                row.row(),
                "/imports/" + of.id() + "/rows?from=" + row.row(),
                UndoKind.badge(result),
                row.contactDeleted() ? "" : "/contacts/" + row.contactId(),
                row.contactName() == null ? row.contactId().toString() : row.contactName(),
                row.info().stream()
                        .map(info ->
                                new Remark(
                                        info.field() == null ? "" : names.of(info.field()),
                                        info.message(),
                                        info.code().name()))
                        .toList());
    }
}
