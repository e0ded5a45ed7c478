package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tags, split at the first of ` ::: `, `;`, `|` and `,` that the cell has outside quotes.
///
/// Of labels as Google writes them (`* myContacts ::: Clients`) the star is dropped, and with it
/// the group that holds every contact.
record TagsRule(int maxLength) implements CellRule {

    private static final List<String> SEPARATORS = List.of(":::", ";", "|", ",");
    private static final String EVERYBODY = "* myContacts";

    @Override
    public Cell read(String text) {
        if (TextRule.exceeds(text, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        Set<String> tags = new LinkedHashSet<>();
        for (String part : split(text)) {
            String tag = tag(part.strip());
            if (!tag.isEmpty()) {
                tags.add(tag);
            }
        }
        return new Cell.Valid(List.copyOf(tags));
    }

    private static String tag(String part) {
        if (part.equalsIgnoreCase(EVERYBODY)) {
            return "";
        }
        String label = part.startsWith("* ") ? part.substring(2).strip() : part;
        boolean quoted = label.length() > 1 && label.startsWith("\"") && label.endsWith("\"");
        return quoted
                ? label.substring(1, label.length() - 1).replace("\"\"", "\"").strip()
                : label;
    }

    private static List<String> split(String text) {
        for (String separator : SEPARATORS) {
            List<String> parts = split(text, separator);
            if (parts.size() > 1) {
                return parts;
            }
        }
        return List.of(text);
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            // A quote opens only at the start of a tag, so that `5" pipe, 6" pipe` stays two tags.
            if (text.charAt(i) == '"' && (quoted || text.substring(start, i).isBlank())) {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i));
                i += separator.length() - 1;
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        // An opening quote that is never closed was no quote but part of a tag.
        return quoted ? List.of(text.split(Pattern.quote(separator))) : parts;
    }
}
