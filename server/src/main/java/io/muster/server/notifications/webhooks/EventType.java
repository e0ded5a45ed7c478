package io.muster.server.notifications.webhooks;

import io.muster.server.imports.ImportStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that webhooks tell of. How it is written is part of the API.
public enum EventType {
    IMPORT_COMPLETED("import.completed"),
    IMPORT_FAILED("import.failed"),
    IMPORT_CANCELLED("import.cancelled"),
    IMPORT_REVERTED("import.reverted"),
    /// Sent when somebody tries a webhook out, and never otherwise.
    TEST("webhook.test");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// Those that can be subscribed to.
    public static List<EventType> ofImports() {
        return Stream.of(values()).filter(type -> type != TEST).toList();
    }

    public static Optional<EventType> find(String text) {
        return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /// What to say of an import that has just come to stand so; empty while it goes on.
    static Optional<EventType> of(ImportStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of(IMPORT_COMPLETED);
            case FAILED -> Optional.of(IMPORT_FAILED);
            case CANCELLED -> Optional.of(IMPORT_CANCELLED);
            case REVERTED -> Optional.of(IMPORT_REVERTED);
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING -> Optional.empty();
        };
    }
}
