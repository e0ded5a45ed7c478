package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import java.util.Locale;
import java.util.stream.Stream;

/// Which columns the mapping shows.
public enum ColumnFilter {
    ALL,
    ATTENTION,
    UNMAPPED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return t("map.show." + key());
    }

    /// What is not the name of a filter shows all.
    static ColumnFilter of(String text) {
        return Stream.of(values())
                .filter(filter -> filter.key().equals(text))
                .findFirst()
                .orElse(ALL);
    }
}
