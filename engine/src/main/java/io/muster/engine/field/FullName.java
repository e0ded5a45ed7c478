package io.muster.engine.field;

import org.jspecify.annotations.Nullable;

/// A full name taken apart at its last space.
public record FullName(String first, @Nullable String last) {
    public static FullName split(String text) {
        int space = text.lastIndexOf(' ');
        return space < 0
                ? new FullName(text, null)
                : new FullName(text.substring(0, space).strip(), text.substring(space + 1));
    }
}
