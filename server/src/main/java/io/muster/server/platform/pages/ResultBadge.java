package io.muster.server.platform.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Result;
import java.util.Locale;

/// How the log's results look, wherever one is shown.
public final class ResultBadge {
    private ResultBadge() {}

    /// @param result as the log keeps it
    public static Badge of(String result) {
        return new Badge(
                switch (Result.valueOf(result.toUpperCase(Locale.ROOT))) {
                    case SUCCESS -> Tone.OK;
                    case WARNING -> Tone.BUSY;
                    case FAILURE -> Tone.BAD;
                },
                t("log.result." + result));
    }
}
