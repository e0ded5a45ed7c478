package io.muster.server.imports.review;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a row of the file would do.
///
/// @param contactId the stored contact that it would update or leave as it is; null when there is
///   none yet, and for clean rows that change nothing
/// @param changes of an update, by the fields' names in the API
public record ReviewRow(
        long row,
        Action action,
        @Nullable String matchedOn,
        @Nullable UUID contactId,
        List<Info> info,
        Map<String, FieldChange> changes) {

    /// A row about which there is nothing to say but this.
    static ReviewRow clean(long row, Action action) {
        return new ReviewRow(row, action, null, null, List.of(), Map.of());
    }

    /// Whether it is about somebody of whom nothing may be kept.
    boolean isAboutErased() {
        return info.stream().anyMatch(remark -> remark.code() == Code.ERASED);
    }

    /// Everything that it can be found by.
    Set<Facet> facets() {
        Set<Facet> facets = new LinkedHashSet<>();
        facets.add(new Facet.Does(action));
        for (Info remark : info) {
            facets.add(new Facet.Remark(Effect.of(action), remark.code(), remark.field()));
        }
        changes.forEach((field, change) -> {
            if (change.clears()) {
                facets.add(new Facet.Clears(field));
            }
        });
        return facets;
    }
}
