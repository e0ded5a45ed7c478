package io.muster.engine.matching;

/// What happens to a row about a contact that an earlier row of the same file was about.
public enum DuplicatePolicy {
    /// Applied after the earlier one, with a note.
    MERGE,
    /// Left out: the first row stands.
    SKIP,
    FAIL
}
