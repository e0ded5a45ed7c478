package io.muster.server.sources.pull.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.access.Caller;
import io.muster.server.platform.web.Page;
import io.muster.server.sources.Source;
import io.muster.server.sources.Sources;
import io.muster.server.sources.pull.PulledFile;
import io.muster.server.sources.pull.Pulls;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs set up how a source's files are fetched.
@RestController("pullApi")
@RequestMapping("/api/v1/sources/{key}/pull")
class PullController {
    private static final int LATEST = 50;

    private final Sources sources;
    private final Pulls pulls;

    PullController(Sources sources, Pulls pulls) {
        this.sources = sources;
        this.pulls = pulls;
    }

    /// A file that was fetched.
    ///
    /// @param importId what it became; null when it was refused
    /// @param refusal why it was
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FileView(
            String name,
            long size,
            String sha256,
            @Nullable UUID importId,
            @Nullable String refusal,
            Instant pulledAt) {
        static FileView of(PulledFile file) {
            return new FileView(
                    file.name(),
                    file.size(),
                    file.sha256(),
                    file.importId(),
                    file.refusal(),
                    file.pulledAt());
        }
    }

    @GetMapping
    PullView get(Caller caller, @PathVariable String key) {
        return PullView.of(pulls.get(caller.tenant(), source(caller, key)));
    }

    /// Sets the pull up, in place of one that is there. One that has stopped goes on; what was
    /// fetched is not fetched again.
    @PutMapping
    PullView save(Caller caller, @PathVariable String key, @RequestBody PullBody body) {
        return PullView.of(pulls.save(caller.tenant(), source(caller, key), body.content()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key) {
        pulls.delete(caller.tenant(), source(caller, key));
    }

    /// Looks for files now, whatever the schedule says.
    @PostMapping("/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PullView run(Caller caller, @PathVariable String key) {
        return PullView.of(pulls.now(caller.tenant(), source(caller, key)));
    }

    @PostMapping("/pause")
    PullView pause(Caller caller, @PathVariable String key) {
        return PullView.of(pulls.pause(caller.tenant(), source(caller, key)));
    }

    /// Goes on after a pause, or after it has stopped.
    @PostMapping("/resume")
    PullView resume(Caller caller, @PathVariable String key) {
        return PullView.of(pulls.resume(caller.tenant(), source(caller, key)));
    }

    /// The last 50 files that were fetched, newest first.
    @GetMapping("/files")
    Page<FileView> files(Caller caller, @PathVariable String key) {
        return new Page<>(
                pulls.files(caller.tenant(), source(caller, key), LATEST).stream()
                        .map(FileView::of)
                        .toList(),
                null);
    }

    private Source source(Caller caller, String key) {
        return sources.get(caller.tenant(), key);
    }
}
