package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.RowCounts;
import io.muster.server.imports.RowFilter;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// What became, or would become, of a row, as people read it; in the order in which it is shown.
public enum OutcomeKind {
    CREATED("plus", Tone.OK, RowFilter.CREATED),
    UPDATED("refresh", Tone.NOTE, RowFilter.UPDATED),
    UNCHANGED("equal", Tone.PLAIN, RowFilter.UNCHANGED),
    SKIPPED("player-skip-forward", Tone.BUSY, RowFilter.SKIPPED),
    FAILED("x", Tone.BAD, RowFilter.FAILED),
    /// Given up when the import was cancelled or failed; such rows are not in the log.
    UNPROCESSED("minus", Tone.PLAIN, null);

    private final String icon;
    private final Tone tone;
    private final @Nullable RowFilter filter;

    OutcomeKind(String icon, Tone tone, @Nullable RowFilter filter) {
        this.icon = icon;
        this.tone = tone;
        this.filter = filter;
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    public Tone tone() {
        return tone;
    }

    public String word() {
        return t("outcome." + key());
    }

    public Badge badge() {
        return new Badge(tone, icon, word());
    }

    /// Which rows are meant; null for those that the log does not know.
    public @Nullable RowFilter filter() {
        return filter;
    }

    public long in(RowCounts counts, long unprocessed) {
        return switch (this) {
            case CREATED -> counts.created();
            case UPDATED -> counts.updated();
            case UNCHANGED -> counts.unchanged();
            case SKIPPED -> counts.skipped();
            case FAILED -> counts.failed();
            case UNPROCESSED -> unprocessed;
        };
    }

    /// As the log and the review write it.
    public String action() {
        return this == FAILED ? "none" : key();
    }

    /// @param action as the log writes it
    public static OutcomeKind ofAction(String action) {
        return switch (action) {
            case "created" -> CREATED;
            case "updated" -> UPDATED;
            case "unchanged" -> UNCHANGED;
            case "skipped" -> SKIPPED;
            default -> FAILED;
        };
    }
}
