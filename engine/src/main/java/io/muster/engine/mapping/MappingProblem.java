package io.muster.engine.mapping;

import io.muster.engine.outcome.Code;
import java.util.List;

/// Why a mapping cannot be used.
///
/// @param target the field concerned, as the API writes it
/// @param columns the columns concerned, by index; empty when a column is missing
public record MappingProblem(Code code, String target, List<Integer> columns, String message) {}
