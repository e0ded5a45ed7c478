package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.ImportStatus;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;

/// The status of an import in colour, icon and word.
final class StatusBadge {
    private StatusBadge() {}

    static Badge of(ImportStatus status) {
        String word = t("import.status." + status.text());
        return switch (status) {
            case UPLOADED -> new Badge(Tone.BUSY, "file-upload", word);
            case QUEUED -> new Badge(Tone.BUSY, "clock", word);
            case PROCESSING -> new Badge(Tone.BUSY, "loader-2", word);
            case POST_PROCESSING, REVERTING -> new Badge(Tone.BUSY, "progress", word);
            case COMPLETED -> new Badge(Tone.OK, word);
            case FAILED -> new Badge(Tone.BAD, word);
            case CANCELLED -> new Badge(Tone.PLAIN, "ban", word);
            case REVERTED -> new Badge(Tone.PLAIN, "arrow-back-up", word);
        };
    }
}
