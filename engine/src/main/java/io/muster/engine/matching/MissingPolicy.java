package io.muster.engine.matching;

/// What happens to a row that no contact matches.
public enum MissingPolicy {
    CREATE,
    SKIP
}
