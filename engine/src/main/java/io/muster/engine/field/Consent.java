package io.muster.engine.field;

/// What a cell says about a consent.
public enum Consent {
    GIVEN,
    /// The person has said no, or has taken a consent back.
    WITHDRAWN,
    /// A plain no, which most systems write for everybody who was never asked.
    NOT_GIVEN
}
