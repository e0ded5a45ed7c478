package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.platform.pages.Choice;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of contacts as the form knows it. There a value is a text; what is several values, is
/// one a line.
///
/// @param name as filters name the field
/// @param choices what it can hold, empty for what comes
record EditField(String name, String label, Shape shape, List<Choice> choices) {
    private static final String CUSTOM = "cf:";
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    /// The control that takes the value.
    enum Shape {
        TEXT,
        EMAIL,
        PHONE,
        DATE,
        /// Any values, one a line.
        LINES,
        CHOICE,
        SEVERAL_CHOICES,
        /// Yes, no, or nothing.
        YES_NO,
        /// Yes or no.
        FLAG
    }

    /// What its control is called; no colon, which means something to selectors.
    String control() {
        return isCustom() ? "cf_" + key() : name;
    }

    boolean isCustom() {
        return name.startsWith(CUSTOM);
    }

    String key() {
        return name.substring(CUSTOM.length());
    }

    /// Where problems say that it stands.
    String pointer() {
        return isCustom() ? "/custom/" + key() : "/" + name;
    }

    String text(Contact contact) {
        return switch (ContactWords.value(contact, name)) {
            case null -> "";
            case List<?> several -> lines(several.stream().map(String::valueOf));
            case BigDecimal number -> number.toPlainString();
            case Object one -> oneLine(one.toString());
        };
    }

    /// A line break has no place in a control of one line, and browsers drop it without a word: as
    /// long as nobody touches the value, it stays as it is stored.
    private static String oneLine(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ").strip();
    }

    /// The text that a form has sent.
    String text(String @Nullable [] sent) {
        if (sent == null) {
            return shape == Shape.FLAG ? "false" : "";
        }
        return switch (shape) {
            case LINES, SEVERAL_CHOICES -> lines(Arrays.stream(sent).flatMap(String::lines));
            case TEXT, EMAIL, PHONE, DATE, CHOICE, YES_NO, FLAG -> oneLine(sent[0]);
        };
    }

    /// The order of choices says nothing.
    private String lines(Stream<String> values) {
        Stream<String> some = values.map(String::strip).filter(value -> !value.isEmpty());
        return (shape == Shape.SEVERAL_CHOICES ? some.sorted() : some)
                .collect(Collectors.joining("\n"));
    }

    /// A text as the API takes values, null to clear the field.
    @Nullable Object value(String text) {
        return switch (shape) {
            case LINES, SEVERAL_CHOICES -> text.lines().toList();
            case FLAG -> Boolean.valueOf(text);
            case YES_NO -> text.isEmpty() ? null : Boolean.valueOf(text);
            case TEXT, EMAIL, PHONE, DATE, CHOICE -> text.isEmpty() ? null : text;
        };
    }
}
