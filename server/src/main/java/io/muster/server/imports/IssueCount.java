package io.muster.server.imports;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Sight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many rows have a remark about a field.
///
/// @param field the target's name as in the API; null when the remark is about whole rows
/// @param count rows that have it, each counted once
/// @param examples a few of the values concerned
/// @param rows the number of a row for each example; without examples, a few of the rows
/// @param effects the count again, by what became of the rows
public record IssueCount(
        Code code,
        @Nullable String field,
        long count,
        List<String> examples,
        List<Long> rows,
        Map<Effect, Long> effects) {

    /// Deliveries of earlier versions know neither rows nor effects.
    public IssueCount {
        rows = rows == null ? List.of() : rows;
        effects = effects == null || effects.isEmpty() ? Map.of(Effect.of(code), count) : effects;
    }

    /// As somebody sees it.
    public IssueCount seen(Sight sight) {
        return new IssueCount(code, field, count, sight.texts(examples), rows, effects);
    }

    /// Rows that have it and ended so.
    public long with(Effect effect) {
        return effects.getOrDefault(effect, 0L);
    }
}
