package io.muster.server.notifications.notices;

import io.muster.server.imports.ImportStatus;
import io.muster.server.platform.pages.Tone;
import java.util.Locale;
import java.util.Optional;

/// What a notice is about.
public enum NoticeKind {
    IMPORT_COMPLETED(Tone.OK),
    IMPORT_FAILED(Tone.BAD),
    IMPORT_CANCELLED(Tone.PLAIN),
    IMPORT_REVERTED(Tone.NOTE),
    WEBHOOK_FAILING(Tone.BAD),
    PULL_STOPPED(Tone.BAD);

    private final Tone tone;

    NoticeKind(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /// As the database writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NoticeKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// What to say of an import that has just come to stand so; empty while it goes on.
    static Optional<NoticeKind> of(ImportStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of(IMPORT_COMPLETED);
            case FAILED -> Optional.of(IMPORT_FAILED);
            case CANCELLED -> Optional.of(IMPORT_CANCELLED);
            case REVERTED -> Optional.of(IMPORT_REVERTED);
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING -> Optional.empty();
        };
    }
}
