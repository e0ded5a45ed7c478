package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.ImportStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which imports the list shows.
public enum StatusFilter {
    ALL,
    UPLOADED(ImportStatus.UPLOADED),
    ACTIVE(
            ImportStatus.QUEUED,
            ImportStatus.PROCESSING,
            ImportStatus.POST_PROCESSING,
            ImportStatus.REVERTING),
    COMPLETED(ImportStatus.COMPLETED),
    FAILED(ImportStatus.FAILED),
    CANCELLED(ImportStatus.CANCELLED),
    REVERTED(ImportStatus.REVERTED);

    /// Imports with a result that stays.
    static final List<ImportStatus> ENDED =
            List.of(
                    ImportStatus.COMPLETED,
                    ImportStatus.FAILED,
                    ImportStatus.CANCELLED,
                    ImportStatus.REVERTING,
                    ImportStatus.REVERTED);

    private final List<ImportStatus> statuses;

    StatusFilter(ImportStatus... statuses) {
        this.statuses = List.of(statuses);
    }

    List<ImportStatus> statuses() {
        return statuses;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return t("imports.filter." + key());
    }

    public String path() {
        return this == ALL ? "/imports" : "/imports?status=" + key();
    }

    /// What is not the name of a filter shows all.
    static StatusFilter of(String text) {
        return Stream.of(values())
                .filter(filter -> filter.key().equals(text))
                .findFirst()
                .orElse(ALL);
    }
}
