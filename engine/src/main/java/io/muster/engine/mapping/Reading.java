package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;

/// What a header says on its own.
sealed interface Reading {

    /// It names a field.
    ///
    /// @param word the name in the vocabulary that it was taken for, squashed
    /// @param sureness 0 to 1
    record Named(StandardField field, Sense sense, String word, double sureness, String reason)
            implements Reading {}

    /// It names something that no field is for, whatever the values look like.
    record Foreign() implements Reading {}

    /// It says nothing.
    record Unknown() implements Reading {}

    /// Whether a name stands for itself.
    enum Sense {
        PLAIN,
        /// What it means depends on the columns beside it.
        DEPENDS
    }
}
