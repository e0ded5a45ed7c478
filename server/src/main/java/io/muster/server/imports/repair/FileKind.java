package io.muster.server.imports.repair;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an error file is written.
public enum FileKind {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Behind the dot of a file's name, and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
