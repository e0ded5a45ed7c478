package io.muster.server.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which rows of an import are meant: by what was done with them, or by how the log shows them.
public enum RowFilter {
    CREATED,
    UPDATED,
    UNCHANGED,
    SKIPPED,
    FAILED,
    SUCCESS,
    WARNING,
    FAILURE,
    /// Created, updated or unchanged, with something dropped or left alone.
    WITH_WARNING;

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RowFilter> of(String text) {
        return Stream.of(values()).filter(filter -> filter.text().equals(text)).findFirst();
    }
}
