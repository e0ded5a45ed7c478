package io.muster.server.imports.run;

/// How the batches of a run move their import on. Every call needs the tenant's transaction.
interface Course {

    /// Moves the import behind a batch.
    ///
    /// @return whether somebody wants to stop it
    /// @throws RunLostException when another run has taken over
    boolean advance(DecidedBatch batch);

    /// @return false when another run has taken over
    boolean postProcess();
}
