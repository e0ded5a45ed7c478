package io.muster.server.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What came of the import of a sample file, beside what its review and its maker said before.
///
/// @param remarks counted from the rows themselves
record DemoResult(
        DemoApi.Imported imported, DemoApi.Reviewed review, List<Remark> remarks, Known known) {

    /// What is not as it has to be; empty when the import was right.
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (!imported.status().equals("completed")) {
            wrong.add("it ended " + imported.status() + ": " + imported.failureReason());
        }
        if (!imported.result().addUp()) {
            wrong.add("its counts do not add up: " + imported.result());
        }
        if (!imported.result().equals(known.counts())) {
            wrong.add("the file holds " + known.counts() + ", it counted " + imported.result());
        }
        if (!remarks.equals(known.remarks())) {
            wrong.add("the file calls for " + known.remarks() + ", its rows have " + remarks);
        }
        if (!review.counts().equals(imported.result())) {
            wrong.add("the review promised " + review.counts());
        }
        if (!Remark.tally(review.issues()).equals(remarks)) {
            wrong.add("the review remarked " + review.issues());
        }
        return wrong;
    }

    Duration time() {
        return imported.startedAt() == null || imported.finishedAt() == null
                ? Duration.ZERO
                : Duration.between(imported.startedAt(), imported.finishedAt());
    }
}
