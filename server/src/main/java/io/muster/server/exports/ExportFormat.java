package io.muster.server.exports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What kind of file an export is.
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    /// Holds no more rows than a sheet does.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// As the API and the database write it, and as file names end.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> find(String text) {
        return Stream.of(values()).filter(format -> format.text().equals(text)).findFirst();
    }
}
