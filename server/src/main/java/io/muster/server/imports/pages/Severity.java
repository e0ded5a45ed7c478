package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.platform.pages.Tone;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much a remark weighs under the policies of an import; the heaviest first.
public enum Severity {
    FAILS(Tone.BAD, "x"),
    SKIPS(Tone.BUSY, "player-skip-forward"),
    WARNS(Tone.NOTE, "info-circle");

    private static final Set<Code> CELL_CODES =
            EnumSet.of(
                    Code.INVALID_PHONE,
                    Code.EXCEL_DAMAGED,
                    Code.INVALID_EMAIL,
                    Code.INVALID_COUNTRY,
                    Code.INVALID_TIMEZONE,
                    Code.INVALID_YES_NO,
                    Code.INVALID_NUMBER,
                    Code.INVALID_DATE,
                    Code.INVALID_CHOICE,
                    Code.INVALID_URL,
                    Code.UNKNOWN_OWNER,
                    Code.UNKNOWN_TEAM,
                    Code.TOO_LONG);

    private final Tone tone;
    private final String icon;

    Severity(Tone tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public Tone tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    public String title() {
        return t("severity." + name().toLowerCase(Locale.ROOT));
    }

    static Severity of(Code code, @Nullable String field, ImportOptions options) {
        if (code == Code.DUPLICATE_IN_FILE) {
            return switch (options.match().duplicatesInFile()) {
                case MERGE -> WARNS;
                case SKIP -> SKIPS;
                case FAIL -> FAILS;
            };
        }
        if (code == Code.SUPPRESSED) {
            return switch (options.match().suppressed()) {
                case SKIP -> SKIPS;
                case IMPORT_FLAGGED -> WARNS;
            };
        }
        return switch (code.kind()) {
            case WARNING -> WARNS;
            case SKIP -> SKIPS;
            case FAILURE, IMPORT, REQUEST ->
                    isDropped(code, field, options.onInvalid()) ? WARNS : FAILS;
        };
    }

    /// Whether it is about a cell that the policy drops instead of failing its row.
    private static boolean isDropped(Code code, @Nullable String field, InvalidPolicy policy) {
        return policy == InvalidPolicy.DROP_FIELD && field != null && CELL_CODES.contains(code);
    }
}
