package io.muster.engine.matching;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// What becomes of a row.
///
/// @param change null when nothing is to be written to any contact
public record Decision(MappedRow row, Outcome outcome, @Nullable Change change) {

    /// The first row of this import that was placed where this one is.
    long firstRow() {
        for (Info info : outcome.info()) {
            if (info.code() == Code.DUPLICATE_IN_FILE && info.value() != null) {
                return Long.parseLong(info.value());
            }
        }
        return row.source().number();
    }
}
