package io.muster.engine.matching;

import io.muster.engine.outcome.Info;
import java.util.List;

/// Which contact the keys of a row lead to.
sealed interface Match {

    /// No contact has any of the keys that may select one.
    ///
    /// @param left a remark on each key that must not be written, naming its field
    record None(List<Info> left) implements Match {}

    /// One contact, found by the named key first.
    ///
    /// @param left a remark on each key that must not be written, naming its field
    record One(Contact contact, IdentityKey on, List<Info> left) implements Match {}

    /// The keys lead to different contacts, or one belongs to a contact that it may not select.
    record Conflict(List<Info> info) implements Match {}
}
