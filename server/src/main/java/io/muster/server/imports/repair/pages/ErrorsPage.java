package io.muster.server.imports.repair.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.pages.Amounts;
import io.muster.server.imports.repair.FileKind;
import java.util.List;

/// What keeps rows of an import out, what was done about it, and what comes next.
///
/// @param groups reasons by field, the heaviest first
/// @param steps what was done to the rows, the latest first
/// @param waiting how many rows a retry would take up
/// @param mayRepair whether the viewer may change anything
/// @param files the error files and how they stand
/// @param attempts the attempts so far, in words; empty as long as there was one
/// @param problems what is wrong with what was sent last; empty at first
public record ErrorsPage(
        Import of,
        List<GroupLine> groups,
        StepLines steps,
        long waiting,
        boolean mayRepair,
        List<ErrorFile> files,
        List<String> attempts,
        List<String> problems) {

    /// How a file to be downloaded stands.
    public enum State {
        /// It is written while it is read.
        DIRECT,
        /// It is large, and nobody has asked for it yet.
        ON_DEMAND,
        PREPARING,
        READY
    }

    /// @param size in bytes; 0 until it is known
    public record ErrorFile(FileKind kind, State state, long size) {

        public String label() {
            String name = t("repair.file." + kind.text());
            return state == State.READY ? name + " (" + Amounts.size(size) + ")" : name;
        }
    }

    /// Where people go on with an import's rows: before the start, its review.
    public static String home(Import of) {
        return "/imports/" + of.id() + (isReviewed(of) ? "/review" : "/errors");
    }

    /// What that is called.
    public static String homeTitle(Import of) {
        return isReviewed(of) ? t("review.title") : t("repair.title");
    }

    private static boolean isReviewed(Import of) {
        return of.status() == ImportStatus.UPLOADED;
    }

    public String path() {
        return "/imports/" + of.id() + "/errors";
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    /// Whether a file is on its way, so that the page asks for itself again.
    public boolean isPreparing() {
        return files.stream().anyMatch(file -> file.state() == State.PREPARING);
    }

    /// The whole story in one sentence.
    public String sentence() {
        return of.counts().failed() == 0
                ? t("repair.sentence.none", of.processed())
                : t("repair.sentence", of.counts().failed(), of.processed());
    }
}
