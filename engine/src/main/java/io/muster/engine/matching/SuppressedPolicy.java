package io.muster.engine.matching;

/// What happens to a row about somebody who must not be contacted.
public enum SuppressedPolicy {
    SKIP,
    /// Imported, and the contact stays or becomes do-not-contact.
    IMPORT_FLAGGED
}
