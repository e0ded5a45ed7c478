package io.muster.engine.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands between several values in one cell.
public enum Separator {
    /// The first of ` ::: `, `;`, `|` and `,` that the cell has outside quotes.
    AUTO("auto"),
    SEMICOLON(";"),
    COMMA(","),
    PIPE("|"),
    /// Each cell is one value.
    NONE("none");

    private static final List<String> SEARCHED = List.of(":::", ";", "|", ",");

    private final String text;

    Separator(String text) {
        this.text = text;
    }

    /// As the API writes it.
    public String text() {
        return text;
    }

    public static Optional<Separator> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /// The values in a cell, trimmed, without quotes around them and without blank ones.
    public List<String> split(String cell) {
        return parts(cell).stream()
                .map(part -> unquoted(part.strip()))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<String> parts(String cell) {
        return switch (this) {
            case NONE -> List.of(cell);
            case SEMICOLON, COMMA, PIPE -> cut(cell, text);
            case AUTO ->
                    SEARCHED.stream()
                            .filter(cell::contains)
                            .map(separator -> cut(cell, separator))
                            .filter(parts -> parts.size() > 1)
                            .findFirst()
                            .orElse(List.of(cell));
        };
    }

    private static List<String> cut(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            // A quote opens only at the start of a value, so that `5" pipe, 6" pipe` stays two.
            if (text.charAt(i) == '"' && (quoted || text.substring(start, i).isBlank())) {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i));
                i += separator.length() - 1;
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        // An opening quote that is never closed was no quote but part of a value.
        return quoted ? List.of(text.split(Pattern.quote(separator))) : parts;
    }

    static String unquoted(String part) {
        boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
        return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"").strip() : part;
    }
}
