package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;

/// What a header says on its own.
sealed interface Reading {

    /// It names a field.
    ///
    /// @param word the name in the vocabulary that it was taken for, squashed
    /// @param beside the words that stand beside the name, which tell a home address from another
    /// @param sureness 0 to 1
    record Named(
            StandardField field,
            Sense sense,
            String word,
            String beside,
            double sureness,
            String reason)
            implements Reading {}

    /// It names something that no field is for, whatever the values look like.
    record Foreign() implements Reading {}

    /// It says nothing.
    record Unknown() implements Reading {}

    /// Whether a name stands for itself.
    enum Sense {
        PLAIN,
        /// Only when nothing stands beside it.
        ALONE,
        /// Only beside a word for a person: a number is none, a customer number is.
        OF_PERSON,
        /// What it means depends on the columns beside it.
        DEPENDS
    }
}
