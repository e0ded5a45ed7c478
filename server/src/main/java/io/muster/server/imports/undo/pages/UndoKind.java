package io.muster.server.imports.undo.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.undo.UndoCounts;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import java.util.Locale;

/// How the undoing of a row ended, or would end, as people read it; in the order in which it is
/// shown.
public enum UndoKind {
    REMOVED("trash", Tone.OK, "outcome-created", UndoResult.REVERTED),
    RESTORED("arrow-back-up", Tone.NOTE, "outcome-updated", UndoResult.REVERTED),
    KEPT("lock", Tone.BUSY, "outcome-skipped", UndoResult.KEPT),
    FAILED("x", Tone.BAD, "outcome-failed", UndoResult.FAILED);

    private final String icon;
    private final Tone tone;
    private final String cssClass;
    private final UndoResult filter;

    UndoKind(String icon, Tone tone, String cssClass, UndoResult filter) {
        this.icon = icon;
        this.tone = tone;
        this.cssClass = cssClass;
        this.filter = filter;
    }

    public String icon() {
        return icon;
    }

    public String cssClass() {
        return cssClass;
    }

    public UndoResult filter() {
        return filter;
    }

    public String word() {
        return t("undo.kind." + name().toLowerCase(Locale.ROOT));
    }

    long in(UndoCounts counts) {
        return switch (this) {
            case REMOVED -> counts.removed();
            case RESTORED -> counts.restored();
            case KEPT -> counts.kept();
            case FAILED -> counts.failed();
        };
    }

    /// What is shown of a single row, of which it is not told whether it had made its contact.
    static Badge badge(UndoResult result) {
        return switch (result) {
            case REVERTED -> new Badge(Tone.OK, t("undo.result.reverted"));
            case KEPT -> new Badge(KEPT.tone, KEPT.icon, KEPT.word());
            case FAILED -> new Badge(FAILED.tone, FAILED.icon, FAILED.word());
        };
    }
}
