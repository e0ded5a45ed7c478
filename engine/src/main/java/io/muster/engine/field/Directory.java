package io.muster.engine.field;

import java.util.Optional;

/// Finds a member by id, email or name, exact.
public interface Directory {
    Optional<String> find(String text);
}
