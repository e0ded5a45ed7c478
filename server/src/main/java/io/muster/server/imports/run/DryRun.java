package io.muster.server.imports.run;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Outcome;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.DryContacts;
import io.muster.server.contacts.DryContacts.DryFound;
import io.muster.server.contacts.DryContacts.Met;
import io.muster.server.imports.Review;
import io.muster.server.imports.Review.ProblemRow;
import io.muster.server.imports.RowCounts;
import io.muster.server.suppressions.Suppressions;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides rows as the run does, and keeps what they would do where nobody else sees it.
final class DryRun {
    private static final int MOST_PROBLEMS = 100;

    private final TenantId tenant;
    private final Decider decider;
    private final DryContacts contacts;
    private final Suppressions suppressions;
    private final IssueTally issues = new IssueTally();
    private final List<ProblemRow> problems = new ArrayList<>();
    private RowCounts counts = RowCounts.NONE;

    DryRun(TenantId tenant, Decider decider, DryContacts contacts, Suppressions suppressions) {
        this.tenant = tenant;
        this.decider = decider;
        this.contacts = contacts;
        this.suppressions = suppressions;
    }

    /// Needs the dry run's transaction.
    void take(List<MappedRow> rows) {
        ContactKeys keys = BatchKeys.of(rows, decider);
        DryFound there = contacts.find(tenant, keys);
        WorkingSet found = new WorkingSet();
        there.stored().mark(found);
        Map<UUID, Met> met = new LinkedHashMap<>();
        for (Met one : there.met()) {
            met.put(one.contact().id(), one);
            found.put(one.contact());
            keys.addAll(one.contact());
            if (one.firstRow() > 0) {
                found.placed(one.contact().id(), one.firstRow());
            }
        }
        suppressions.among(tenant, keys).forEach(found::suppress);
        Map<UUID, Met> changed = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (MappedRow row : rows) {
            Decision decision = decider.decide(row, found);
            outcomes.add(decision.outcome());
            note(decision, met, changed);
        }
        contacts.put(List.copyOf(changed.values()));
        counts = counts.plus(RowCounts.of(outcomes));
    }

    Review result(Review.State state, @Nullable String failureReason) {
        return new Review(
                state,
                counts.processed(),
                counts,
                issues.issues(),
                List.copyOf(problems),
                failureReason,
                null);
    }

    private void note(Decision decision, Map<UUID, Met> met, Map<UUID, Met> changed) {
        Outcome outcome = decision.outcome();
        issues.add(outcome);
        SourceRow source = decision.row().source();
        if (!outcome.info().isEmpty() && problems.size() < MOST_PROBLEMS) {
            problems.add(problem(source, outcome));
        }
        if (outcome instanceof Outcome.Placed placed) {
            Met former = changed.getOrDefault(placed.contactId(), met.get(placed.contactId()));
            long firstRow =
                    former == null || former.firstRow() == 0 ? source.number() : former.firstRow();
            Contact after = decision.change() != null ? decision.change().after() : contact(former);
            changed.put(placed.contactId(), new Met(after, firstRow));
        }
    }

    private static Contact contact(@Nullable Met met) {
        if (met == null) {
            throw new IllegalStateException("A row was placed at a contact that was not found");
        }
        return met.contact();
    }

    private static ProblemRow problem(SourceRow source, Outcome outcome) {
        List<String> cells = outcome.isAboutErased() ? List.of() : source.cells();
        return new ProblemRow(
                source.number(),
                outcome.result().name().toLowerCase(Locale.ROOT),
                outcome.action().name().toLowerCase(Locale.ROOT),
                cells,
                outcome.info());
    }
}
