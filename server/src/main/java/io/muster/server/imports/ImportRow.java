package io.muster.server.imports;

import io.muster.engine.outcome.Info;
import io.muster.server.access.Sight;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of an import and what became of it.
///
/// @param row counts the records after the header, from 1
/// @param result `success`, `warning` or `failure`
/// @param action `created`, `updated`, `unchanged`, `skipped` or `none`
/// @param payload the raw cells by header
public record ImportRow(
        long row,
        int attempt,
        String result,
        String action,
        @Nullable String matchedOn,
        @Nullable UUID contactId,
        List<Info> info,
        Map<String, String> payload) {

    /// As somebody sees it.
    public ImportRow seen(Sight sight) {
        return new ImportRow(
                row,
                attempt,
                result,
                action,
                matchedOn,
                contactId,
                sight.infos(info),
                sight.cells(payload));
    }
}
