package io.muster.engine.outcome;

/// How a row ended, as the log shows it.
public enum Result {
    SUCCESS,
    WARNING,
    FAILURE
}
