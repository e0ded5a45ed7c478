package io.muster.server.imports.undo.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.undo.UndoPreview;
import io.muster.server.imports.undo.UndoPreview.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import's undo would do, and the question whether to do it.
///
/// @param resumes whether an undo stopped half-way, and waits to be ended
/// @param examples the first rows that would be kept
public record UndoPage(
        Import of,
        UndoPreview preview,
        boolean resumes,
        UndoEquation equation,
        List<UndoReason> reasons,
        List<UndoLine> examples) {

    static UndoPage of(Import of, UndoPreview preview, boolean resumes, FieldNames names) {
        return new UndoPage(
                of,
                preview,
                resumes,
                UndoEquation.of(preview.counts(), ""),
                UndoReason.of(preview.issues(), names),
                preview.examples().stream().map(row -> UndoLine.of(row, of, names)).toList());
    }

    public String path() {
        return "/imports/" + of.id() + "/undo";
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public boolean isRunning() {
        return preview.state() == State.RUNNING;
    }

    public boolean hasFailed() {
        return preview.state() == State.FAILED;
    }

    public @Nullable Instant at() {
        return preview.at();
    }

    /// What is said aloud when the page has changed.
    public String announcement() {
        return switch (preview.state()) {
            case RUNNING -> t("undo.preview.running");
            case FAILED -> t("undo.preview.failed");
            case DONE -> sentence();
        };
    }

    /// The whole preview in one sentence.
    public String sentence() {
        return t(
                "undo.sentence.preview",
                preview.counts().removed(),
                preview.counts().restored(),
                preview.counts().kept() + preview.counts().failed());
    }

    /// Whether nothing would change at all.
    public boolean isIdle() {
        return preview.counts().reverted() == 0;
    }
}
