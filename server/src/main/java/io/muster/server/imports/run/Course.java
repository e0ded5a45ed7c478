package io.muster.server.imports.run;

/// How the batches of a run move their import on. Every call needs the tenant's transaction.
interface Course {

    /// Number of the last row that was written when the run began.
    long begin();

    /// Moves the import behind a batch.
    ///
    /// @param after number of the last row that was written before it
    /// @return whether somebody wants to stop it
    /// @throws RunLostException when another run has taken over
    boolean advance(long after, DecidedBatch batch);

    /// Waits until all that was written is on the disk.
    ///
    /// @param last number of the last row that was written
    /// @throws RunLostException when another run has taken over
    void settle(long last);

    /// @return false when another run has taken over
    boolean postProcess();

    /// Why a run could not move its import on: another one has taken over, or the database has
    /// crashed and forgot batches; then the run is to be tried again.
    ///
    /// @param held whether the import is still the run's
    static RuntimeException notMoved(boolean held) {
        return held
                ? new IllegalStateException("The database has forgotten what it had committed")
                : new RunLostException();
    }
}
