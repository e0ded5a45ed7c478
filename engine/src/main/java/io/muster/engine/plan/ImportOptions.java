package io.muster.engine.plan;

import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.matching.MatchOptions;
import java.util.List;

/// Everything that the person or the system who starts an import decides about it.
///
/// @param columns one entry for each column that was mapped; columns without one are skipped
/// @param required names of fields that a row must hold, `any_key` among them, or `any`
/// @param defaultRegion the region of phone numbers written without a country, ISO 3166 alpha-2
/// @param timezone where the time zone comes from when neither the row nor the contact has one
public record ImportOptions(
        List<ColumnMapping> columns,
        MatchOptions match,
        InvalidPolicy onInvalid,
        List<String> required,
        String defaultRegion,
        TimezoneSource timezone) {

    public ImportOptions with(List<ColumnMapping> other) {
        return new ImportOptions(other, match, onInvalid, required, defaultRegion, timezone);
    }
}
