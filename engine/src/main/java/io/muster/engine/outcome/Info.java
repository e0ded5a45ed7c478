package io.muster.engine.outcome;

import org.jspecify.annotations.Nullable;

/// One remark about a row: what, at which field, with which value, and what to do.
///
/// @param field the target's name as in the API (`phone`, `cf:plan`), null when the whole row is
///   meant
/// @param value the offending text as it stood in the file, null when there is none
public record Info(Code code, @Nullable String field, @Nullable String value, String message) {

    /// Stands in place of a field where the value is the number of another row.
    public static final String DUPLICATE_OF_ROW = "duplicate_of_row";

    /// Where in its row a remark belongs.
    ///
    /// @param field as a remark names it
    /// @return null when the whole row is meant
    public static @Nullable String place(@Nullable String field) {
        return DUPLICATE_OF_ROW.equals(field) ? null : field;
    }

    public static Info of(Code code) {
        return new Info(code, null, null, code.sentence());
    }

    public static Info of(Code code, @Nullable String field, @Nullable String value) {
        return new Info(code, field, value, code.sentence());
    }

    public static Info of(
            Code code, @Nullable String field, @Nullable String value, String message) {
        return new Info(code, field, value, message);
    }
}
