package io.muster.server.jobs;

import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.UUID;

/// A kind of job. Each feature declares its own as a bean.
public interface JobKind {

    /// Stable, because it is stored with waiting jobs.
    String name();

    /// Does the work for one thing of a tenant. A job that throws is tried again later, so it must
    /// go on where it stopped, or notice that it is done.
    ///
    /// @param pause tells when the server wants to stop
    Progress run(TenantId tenant, UUID subject, Pause pause);

    /// The longest pause before it is tried again; pauses grow with each failure in its life.
    default Duration longestPause() {
        return Duration.ofMinutes(15);
    }

    /// Whether the server is shutting down. Long jobs ask from time to time, and stop at a place
    /// where they can go on.
    interface Pause {
        boolean wanted();
    }

    /// How a job left its work.
    enum Progress {
        DONE,
        /// It stopped on the way, and wants to go on soon.
        PAUSED
    }
}
