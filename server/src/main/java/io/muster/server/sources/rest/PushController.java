package io.muster.server.sources.rest;

import io.muster.server.access.Caller;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.sources.PushResult;
import io.muster.server.sources.Pushes;
import io.muster.server.sources.Source;
import io.muster.server.sources.Sources;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes contacts from sources.
@RestController
class PushController {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Sources sources;
    private final Pushes pushes;

    PushController(Sources sources, Pushes pushes) {
        this.sources = sources;
        this.pushes = pushes;
    }

    /// What became of each object, in the order sent.
    record PushView(List<PushResult> results) {}

    /// Writes contacts by the source's mapping. What is answered is on the disk. An object with an
    /// `event_id` that came in the 30 days before is answered as it was then, and not written again.
    ///
    /// @param dryRun only tells what would become of the objects
    @PostMapping("/api/v1/sources/{key}/contacts")
    PushView push(
            Caller caller,
            @PathVariable String key,
            @RequestBody PushBody body,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        Source source = sources.get(caller.tenant(), key);
        return new PushView(
                dryRun
                        ? pushes.preview(caller.tenant(), source, body.objects()).stream()
                                .map(Pushes.Preview::result)
                                .toList()
                        : durable(() -> pushes.push(caller.tenant(), source, body.objects())));
    }

    /// A commit whose answer was lost may have taken place. Nobody can tell, but sending it again
    /// is safe: by its key, by its events, and since equal contacts change nothing.
    static <T> T durable(Supplier<T> work) {
        try {
            return work.get();
        } catch (TransactionException
                | DataAccessResourceFailureException
                | TransientDataAccessException e) {
            throw new ApiProblem(
                            ProblemKind.UNAVAILABLE,
                            "The database did not confirm the write. Send the same again, with the same event ids or Idempotency-Key: nothing is written twice.")
                    .retryAfter(SOON);
        }
    }
}
