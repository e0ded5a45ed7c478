package io.muster.server.imports.repair;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.Plan;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Review;
import io.muster.server.imports.review.ReviewPart;
import io.muster.server.imports.review.ReviewRow;
import io.muster.server.imports.run.ReviewQueue;
import io.muster.server.imports.run.RevisedReview;
import io.muster.server.imports.run.RevisedReview.Side;
import io.muster.server.imports.store.ReviewPartStore;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Keeps the review of an import in step with what people do to its rows. One row is taken off the
/// counts and counted anew; after more, the whole file is looked at again. Every call needs the
/// tenant's transaction, with its queue and the import locked.
@Component
class RevisedReviews {
    private final ReviewStore reviews;
    private final ReviewPartStore parts;
    private final ReviewQueue queue;

    RevisedReviews(ReviewStore reviews, ReviewPartStore parts, ReviewQueue queue) {
        this.reviews = reviews;
        this.parts = parts;
        this.queue = queue;
    }

    /// One row has changed.
    void revise(TenantId tenant, Import of, Plan plan, RowNow before, RowNow after) {
        if (of.status() != ImportStatus.UPLOADED) {
            return;
        }
        reviews.findLocked(tenant, of.id())
                .ifPresent(review -> {
                    switch (review.state()) {
                        case DONE -> revise(tenant, of, plan, review, before, after);
                        case QUEUED, RUNNING, FAILED -> again(tenant, of);
                    }
                });
    }

    /// Many rows have changed, or nobody knows which.
    void again(TenantId tenant, Import of) {
        if (of.status() == ImportStatus.UPLOADED && reviews.find(tenant, of.id()).isPresent()) {
            reviews.remove(tenant, of.id());
            queue.add(tenant, of.id());
        }
    }

    private void revise(
            TenantId tenant, Import of, Plan plan, Review review, RowNow before, RowNow after) {
        long number = after.number();
        ReviewPart part = parts.from(tenant, of.id(), number, List.of(), 1).getFirst();
        ReviewRow was = part.row(number);
        ReviewRow is = reviewed(was, before, after);
        parts.replace(tenant, of.id(), part.with(is, after.row().row().cells()));
        reviews.revise(
                tenant,
                of.id(),
                RevisedReview.of(
                        review,
                        plan,
                        new Side(before.row().mapped(), was),
                        new Side(after.row().mapped(), is)));
    }

    /// Judged by itself, a row knows nothing of the others in the file. As long as its keys are
    /// what they were, it stays the duplicate that it was.
    private static ReviewRow reviewed(ReviewRow was, RowNow before, RowNow after) {
        ReviewRow alone =
                ReviewRow.of(after.decision(), after.before() == null ? null : after.before().id());
        List<Info> duplicate =
                was.info().stream().filter(info -> info.code() == Code.DUPLICATE_IN_FILE).toList();
        if (duplicate.isEmpty()
                || !before.keys().equals(after.keys())
                || !(after.row().mapped() instanceof MappedRow.Candidate candidate)) {
            return alone;
        }
        List<Info> info = new ArrayList<>();
        switch (was.action()) {
            case CREATED, UPDATED, UNCHANGED -> info.addAll(candidate.warnings());
            case SKIPPED, NONE -> {}
        }
        info.addAll(duplicate);
        return new ReviewRow(
                was.row(), was.action(), was.matchedOn(), was.contactId(), info, Map.of());
    }
}
