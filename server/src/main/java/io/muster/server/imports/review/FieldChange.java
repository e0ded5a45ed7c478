package io.muster.server.imports.review;

import org.jspecify.annotations.Nullable;

/// What a row would make of one field of a contact; null for no value.
public record FieldChange(@Nullable Object before, @Nullable Object after) {

    /// Whether a stored value would go and nothing take its place.
    public boolean clears() {
        return !isEmpty(before) && isEmpty(after);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof java.util.List<?> list && list.isEmpty());
    }
}
