package io.muster.server.imports.run;

import io.muster.engine.file.RowPlace;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Decision;
import io.muster.engine.outcome.Outcome;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.store.Delivery;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch whose rows are decided and laid out, ready to be written as long as the contacts stay at
/// the version.
///
/// @param places where its rows begin in the file, as [Delivery] has them
record DecidedBatch(
        List<MappedRow> rows,
        List<@Nullable RowPlace> places,
        List<Decision> decisions,
        long version,
        StagedContacts contacts,
        Delivery delivery) {

    static StagedContacts contacts(List<Decision> decisions) {
        List<Change> changes =
                decisions.stream()
                        .map(Decision::change)
                        .filter(Objects::nonNull)
                        .map(Change.class::cast)
                        .toList();
        return StagedContacts.of(changes);
    }

    /// The log lines of decided rows, with what counts of them.
    ///
    /// @param importId null where the rows come from no import
    /// @param log the rows as [io.muster.server.imports.store.StagedRows] lays them out
    static Delivery delivery(
            UUID id,
            @Nullable UUID importId,
            String source,
            int attempt,
            List<Decision> decisions,
            List<@Nullable RowPlace> places,
            byte[] log) {
        List<Outcome> outcomes = decisions.stream().map(Decision::outcome).toList();
        IssueTally issues = new IssueTally();
        for (Decision decision : decisions) {
            issues.add(decision.row().source().number(), decision.outcome());
        }
        return new Delivery(
                id,
                importId,
                source,
                attempt,
                decisions.getFirst().row().source().number(),
                decisions.getLast().row().source().number(),
                RowCounts.of(outcomes),
                issues.issues(),
                places,
                log);
    }

    /// The contacts that rows of the batch were placed at.
    List<UUID> placed() {
        return decisions.stream()
                .map(Decision::outcome)
                .filter(Outcome.Placed.class::isInstance)
                .map(outcome -> ((Outcome.Placed) outcome).contactId())
                .toList();
    }
}
