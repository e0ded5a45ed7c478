package io.muster.server.imports.review;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decision;
import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.server.imports.Effect;
import java.util.LinkedHashMap;
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

    /// @param stored the contact that it is about as long as that is stored; null for a new one
    public static ReviewRow of(Decision decision, @Nullable UUID stored) {
        Outcome outcome = decision.outcome();
        String matchedOn =
                switch (outcome) {
                    case Outcome.Updated updated -> updated.matchedOn();
                    case Outcome.Unchanged unchanged -> unchanged.matchedOn();
                    case Outcome.Created _, Outcome.Skipped _, Outcome.Failed _ -> null;
                };
        return new ReviewRow(
                decision.row().source().number(),
                outcome.action(),
                matchedOn,
                stored,
                outcome.info(),
                changes(decision.change()));
    }

    private static Map<String, FieldChange> changes(@Nullable Change change) {
        return switch (change) {
            case null -> Map.of();
            case Change.Create _ -> Map.of();
            case Change.Update(Contact after, var before) -> {
                Map<String, FieldChange> changes = new LinkedHashMap<>();
                before.forEach((field, value) ->
                        changes.put(field, new FieldChange(value, after.value(field))));
                yield changes;
            }
        };
    }

    /// Whether there is nothing to say about it but what it would do.
    public boolean isClean() {
        return info.isEmpty() && changes.isEmpty();
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
