package io.muster.engine.field;

import java.util.Set;

/// Whom a cell may name: the members who can own a contact, or the teams.
@FunctionalInterface
public interface Directory {

    /// A directory without anybody in it.
    Directory EMPTY = text -> Set.of();

    /// The ids of all that a text names as a whole: none, one, or several that share a name.
    Set<String> find(String text);
}
