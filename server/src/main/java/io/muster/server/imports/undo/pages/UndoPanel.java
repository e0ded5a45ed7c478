package io.muster.server.imports.undo.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Sight;
import io.muster.server.imports.Import;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoChance;
import io.muster.server.imports.undo.UndoCounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of an import says about its undo.
///
/// @param undo null when there never was one
/// @param mayUndo whether the viewer may change anything
/// @param sight what the viewer sees of people's values; the rows are for those who see them in
///   full
public record UndoPanel(
        Import of,
        UndoChance chance,
        @Nullable Undo undo,
        List<UndoReason> reasons,
        boolean mayUndo,
        Sight sight) {

    public boolean isRunning() {
        return undo != null && undo.state() == Undo.State.RUNNING;
    }

    public boolean isDone() {
        return undo != null && undo.state() == Undo.State.DONE;
    }

    public boolean isStopped() {
        return undo != null && undo.state() == Undo.State.STOPPED;
    }

    /// When the chance to undo ends, if there is one and the viewer may take it; else null.
    public @Nullable Instant offeredUntil() {
        return mayUndo && chance instanceof UndoChance.Possible(Instant until) ? until : null;
    }

    /// Since when it is too late; null unless it is.
    public @Nullable Instant expiredAt() {
        return chance instanceof UndoChance.Expired(Instant since) ? since : null;
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public String path() {
        return "/imports/" + of.id() + "/undo";
    }

    public UndoEquation equation() {
        return UndoEquation.of(counts(), sight.isWhole() ? path() + "/rows" : "");
    }

    /// The whole undo in one sentence.
    public String sentence() {
        return t(
                isRunning() ? "undo.sentence.running" : "undo.sentence.done",
                counts().removed(),
                counts().restored(),
                counts().kept() + counts().failed());
    }

    public long done() {
        return counts().done();
    }

    public long total() {
        return undo == null ? 0 : undo.total();
    }

    public String by() {
        return undo == null ? "" : undo.requestedBy();
    }

    public @Nullable Instant at() {
        return undo == null ? null : undo.createdAt();
    }

    public @Nullable String failureReason() {
        return undo == null ? null : undo.failureReason();
    }

    private UndoCounts counts() {
        return undo == null ? UndoCounts.NONE : undo.counts();
    }
}
