package io.muster.server.platform.pages;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the pages, from `messages.properties`.
///
/// Patterns are ICU's, so a message can count: `{0, plural, one {# row} other {# rows}}`.
public final class Texts {
    /// The one language there is a bundle for.
    public static final Locale LOCALE = Locale.ENGLISH;

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages", LOCALE);

    private Texts() {}

    /// The text of a key, with its places filled.
    ///
    /// @throws java.util.MissingResourceException when the bundle lacks the key
    public static String t(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, LOCALE).format(arguments);
    }

    /// A number with its thousands apart.
    public static String number(long value) {
        return NumberFormat.getIntegerInstance(LOCALE).format(value);
    }
}
