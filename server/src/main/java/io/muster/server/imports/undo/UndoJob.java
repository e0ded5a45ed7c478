package io.muster.server.imports.undo;

import io.muster.server.jobs.JobKind;
import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Undoes one import, from where the last run left it.
@Component
class UndoJob implements JobKind {
    static final String NAME = "undo";

    private final UndoRuns runs;

    UndoJob(UndoRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Somebody waits for it.
    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        return runs.run(tenant, subject, pause);
    }
}
