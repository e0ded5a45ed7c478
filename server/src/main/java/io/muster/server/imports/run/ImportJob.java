package io.muster.server.imports.run;

import io.muster.server.jobs.JobKind;
import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Runs one import, from where the last run left it.
@Component
class ImportJob implements JobKind {
    static final String NAME = "import";

    private final ImportRuns runs;

    ImportJob(ImportRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Somebody waits for it, and it may have met faults enough before without any harm.
    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        return runs.run(tenant, subject, pause);
    }
}
