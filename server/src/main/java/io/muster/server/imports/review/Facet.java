package io.muster.server.imports.review;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Effect;
import org.jspecify.annotations.Nullable;

/// Something that rows of a review can be found by.
public sealed interface Facet {

    /// As it is stored with the rows.
    String text();

    /// What the row would do.
    record Does(Action action) implements Facet {
        @Override
        public String text() {
            return action.name();
        }
    }

    /// A remark about the row, or about a field of it.
    ///
    /// @param effect what it goes with
    record Remark(Effect effect, Code code, @Nullable String field) implements Facet {
        @Override
        public String text() {
            return effect + " " + code + (field == null ? "" : " " + field);
        }
    }

    /// A stored value that the row would remove.
    record Clears(String field) implements Facet {
        private static final String WORD = "CLEARS";

        @Override
        public String text() {
            return WORD + " " + field;
        }
    }

    static Facet of(String text) {
        String[] words = text.split(" ", 3);
        if (words.length == 1) {
            return new Does(Action.valueOf(words[0]));
        }
        return words[0].equals(Clears.WORD)
                ? new Clears(words[1])
                : new Remark(
                        Effect.valueOf(words[0]),
                        Code.valueOf(words[1]),
                        words.length == 2 ? null : words[2]);
    }
}
