package io.muster.engine.mapping;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.StandardField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a column goes. Written as `phone`, `cf:<key>`, `new:<key>` or `skip`.
public sealed interface Target {

    /// A custom field's key: a lower-case letter, then at most 62 letters, digits or underscores.
    Pattern CUSTOM_KEY = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /// The target as the API writes it.
    String text();

    /// One of the fields that every contact has.
    record Standard(StandardField field) implements Target {
        @Override
        public String text() {
            return field.key();
        }
    }

    /// A custom field that the tenant has already.
    record Custom(String key) implements Target {
        @Override
        public String text() {
            return "cf:" + key;
        }
    }

    /// A custom field that starting the import creates.
    record NewCustom(String key, FieldSpec spec) implements Target {
        @Override
        public String text() {
            return "new:" + key;
        }
    }

    /// The column is left out.
    record Skip() implements Target {
        @Override
        public String text() {
            return "skip";
        }
    }

    Target SKIP = new Skip();

    static Target of(StandardField field) {
        return new Standard(field);
    }

    /// Reads what the API writes; empty when it is no target at all.
    ///
    /// @param spec what a new custom field holds, ignored for the others
    static Optional<Target> parse(String text, FieldSpec spec) {
        if (text.equals("skip")) {
            return Optional.of(SKIP);
        }
        if (text.startsWith("cf:")) {
            return customKey(text.substring(3)).map(Custom::new);
        }
        if (text.startsWith("new:")) {
            return customKey(text.substring(4)).map(key -> new NewCustom(key, spec));
        }
        return StandardField.byKey(text.toLowerCase(Locale.ROOT)).map(Standard::new);
    }

    private static Optional<String> customKey(String key) {
        return CUSTOM_KEY.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    }
}
