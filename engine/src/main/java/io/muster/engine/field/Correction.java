package io.muster.engine.field;

import java.util.Optional;

/// Guesses what a mistyped cell was meant to be. It only proposes; a person accepts.
@FunctionalInterface
public interface Correction {

    /// Proposes nothing, for fields whose values cannot be guessed.
    Correction NONE = text -> Optional.empty();

    /// What the text was probably meant to be; empty when nothing is near enough, or the text is
    /// right as it is.
    Optional<String> of(String text);
}
