package io.muster.server.imports.pages.review;

/// Which columns the rows are shown with.
public enum ColumnChoice {
    ALL,
    /// Only those about which anything is remarked.
    PROBLEMS;

    static ColumnChoice of(String word) {
        return word.equals(PROBLEMS.word()) ? PROBLEMS : ALL;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
