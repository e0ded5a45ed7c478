package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tags.
///
/// Of labels as Google writes them (`* myContacts ::: Clients`) the star is dropped, and with it
/// the group that holds every contact.
record TagsRule(int maxLength, Separator separator) implements CellRule {

    private static final String EVERYBODY = "* myContacts";

    @Override
    public Cell read(String text) {
        if (TextRule.exceeds(text, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        Set<String> tags = new LinkedHashSet<>();
        for (String part : separator.split(text)) {
            String tag = tag(part);
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
        return part.startsWith("* ") ? Separator.unquoted(part.substring(2).strip()) : part;
    }
}
