package io.muster.engine.field;

import java.util.Optional;

/// The members that a contact's owner can be.
@FunctionalInterface
public interface Directory {

    /// Finds a member by id, email or name; exact, but the case of email and name is ignored.
    ///
    /// @return the member's id as text, empty when nobody or more than one has that name
    Optional<String> find(String text);
}
