package io.muster.server.imports;

import io.muster.engine.outcome.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often a remark was made about a field.
///
/// @param field the target's name as in the API; null when the remark is about whole rows
/// @param examples a few of the values concerned
public record IssueCount(Code code, @Nullable String field, long count, List<String> examples) {}
