package io.muster.engine.mapping;

/// What a column of tags does with the tags that a contact has already.
public enum TagPolicy {
    APPEND,
    REPLACE,
    REMOVE
}
