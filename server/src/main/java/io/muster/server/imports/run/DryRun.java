package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.Met;
import io.muster.server.contacts.Overlay;
import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.review.PartDraft;
import io.muster.server.imports.review.ReviewRow;
import io.muster.server.imports.review.Topic;
import io.muster.server.imports.run.RowStream.Next.Batch;
import io.muster.server.platform.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides rows as the run does, keeps what they would do where nobody else sees it, and counts.
final class DryRun {
    private final Decider decider;
    private final Overlay contacts;
    private final IssueTally issues = new IssueTally();
    private final ColumnTally columns;
    private final Map<Topic, Long> topics = new EnumMap<>(Topic.class);
    private RowCounts counts = RowCounts.NONE;

    DryRun(Plan plan, Overlay contacts) {
        this.decider = plan.decider(Ids::next);
        this.columns = new ColumnTally(plan.mapper().slots());
        this.contacts = contacts;
    }

    /// The keys that the rows bring. May be asked for while a batch is taken.
    ContactKeys keys(List<MappedRow> rows) {
        return BatchKeys.of(rows, decider);
    }

    /// Takes the next rows.
    ///
    /// @param known what the database knows of their keys
    /// @return the rows in parts, as they are to be kept
    List<PartDraft> take(Batch batch, ContactKeys keys, Known known) {
        WorkingSet found = new WorkingSet();
        known.mark(found);
        Map<UUID, Met> met = new LinkedHashMap<>();
        for (Met one : contacts.over(known.contacts(), keys)) {
            met.put(one.contact().id(), one);
            found.put(one.contact());
            if (one.firstRow() > 0) {
                found.placed(one.contact().id(), one.firstRow());
            }
        }
        Map<UUID, Met> changed = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>(batch.rows().size());
        List<PartDraft> parts = new ArrayList<>();
        for (MappedRow row : batch.rows()) {
            if (outcomes.size() % RowStream.PLACE_STEP == 0) {
                parts.add(new PartDraft(row.source().number(), batch.places().get(parts.size())));
            }
            Decision decision = decider.decide(row, found);
            outcomes.add(decision.outcome());
            note(decision, met, changed, parts.getLast());
        }
        contacts.put(changed.values());
        counts = counts.plus(RowCounts.of(outcomes));
        return parts;
    }

    Review result(Review.State state, @Nullable String failureReason) {
        return new Review(
                state,
                counts.processed(),
                counts,
                issues.issues(),
                columns.counts(),
                Map.copyOf(topics),
                0,
                failureReason,
                null);
    }

    private void note(
            Decision decision, Map<UUID, Met> met, Map<UUID, Met> changed, PartDraft part) {
        Outcome outcome = decision.outcome();
        long row = decision.row().source().number();
        Met former = null;
        if (outcome instanceof Outcome.Placed placed) {
            UUID id = placed.contactId();
            former = changed.containsKey(id) ? changed.get(id) : met.get(id);
            if (decision.change() != null || former == null || former.firstRow() == 0) {
                changed.put(id, after(decision, former, row));
            }
        }
        // Contacts that this file makes have no id that anybody could follow.
        UUID stored = former != null && former.isStored() ? former.contact().id() : null;
        ReviewRow reviewed = ReviewRow.of(decision, stored);
        issues.add(row, outcome);
        columns.add(decision.row(), reviewed.changes());
        if (reviewed.isClean()) {
            part.add(decision.row().source(), outcome.action());
            return;
        }
        for (Topic topic : Topic.values()) {
            if (topic.isIn(outcome.info())) {
                topics.merge(topic, 1L, Long::sum);
            }
        }
        part.add(decision.row().source(), reviewed);
    }

    private static Met after(Decision decision, @Nullable Met former, long row) {
        Change change = decision.change();
        if (former == null) {
            return new Met(Objects.requireNonNull(change).after(), row, false);
        }
        return new Met(
                change == null ? former.contact() : change.after(),
                former.firstRow() == 0 ? row : former.firstRow(),
                former.isStored());
    }
}
