package io.muster.server.imports.undo.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.undo.UndoPreview;
import io.muster.server.imports.undo.UndoRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an undo would do, as the API shows it.
///
/// @param state `running`, `done` or `failed`; while it runs, the counts are those so far
/// @param total rows that are left to undo
/// @param reverted rows that would be undone: `deleted` of them made a contact, `restored` changed
///   one
/// @param issues why rows would be kept
/// @param examples the first rows that would be kept
/// @param at the moment of which this is true; null until it is done
@JsonInclude(JsonInclude.Include.ALWAYS)
record UndoPreviewView(
        String state,
        long total,
        long reverted,
        long deleted,
        long restored,
        long kept,
        long failed,
        List<IssueCount> issues,
        List<UndoRow> examples,
        @Nullable Instant at) {

    static UndoPreviewView of(UndoPreview preview) {
        return new UndoPreviewView(
                preview.state().text(),
                preview.total(),
                preview.counts().reverted(),
                preview.counts().removed(),
                preview.counts().restored(),
                preview.counts().kept(),
                preview.counts().failed(),
                preview.issues(),
                preview.examples(),
                preview.at());
    }
}
