package io.muster.engine.matching;

import io.muster.engine.outcome.Info;
import java.util.List;

/// Which contact the keys of a row lead to.
sealed interface Match {

    /// No contact has any of the keys.
    record None() implements Match {}

    /// One contact, found by the named key first.
    record One(Contact contact, IdentityKey on) implements Match {}

    /// The keys lead to different contacts, or one belongs to a contact that it may not select.
    record Conflict(List<Info> info) implements Match {}
}
