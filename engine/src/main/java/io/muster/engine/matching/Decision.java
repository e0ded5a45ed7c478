package io.muster.engine.matching;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// What becomes of a row.
///
/// @param change null when nothing is to be written to any contact
public record Decision(MappedRow row, Outcome outcome, @Nullable Change change) {}
