package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A review as the API shows it.
///
/// @param total rows looked at so far; all of the file's when the state is `done`
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewView(
        String state,
        long total,
        long created,
        long updated,
        long unchanged,
        long skipped,
        long failed,
        long warnings,
        List<IssueCount> issues,
        @Nullable String failureReason) {

    static ReviewView of(Review from) {
        return new ReviewView(
                from.state().name().toLowerCase(Locale.ROOT),
                from.total(),
                from.counts().created(),
                from.counts().updated(),
                from.counts().unchanged(),
                from.counts().skipped(),
                from.counts().failed(),
                from.counts().warnings(),
                from.issues(),
                from.failureReason());
    }
}
