package io.muster.engine.matching;

/// What happens to a row whose contact exists already.
public enum ExistingPolicy {
    UPDATE,
    SKIP,
    FAIL
}
