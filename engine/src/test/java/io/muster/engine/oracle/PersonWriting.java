package io.muster.engine.oracle;

import io.muster.engine.field.Consent;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.TagPolicy;
import io.muster.engine.mapping.WritePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a row into a person, one column after the other.
record PersonWriting(Person person, List<String> codes) {

    private static final Set<String> FLAGS =
            Set.of("do_not_contact", "consent_email", "consent_sms", "consent_call");

    /// @param value null for a blank cell
    void write(ColumnMapping column, @Nullable Object value) {
        String field = Person.field(column.target());
        if (FLAGS.contains(field)) {
            flag(column, field, value);
        } else if (field.equals("full_name")) {
            fullName(column, (String) value);
        } else if (field.equals("tags") && value != null) {
            if (column.write() == WritePolicy.ALWAYS || person.tags().isEmpty()) {
                tags(column.tags(), (List<?>) value);
            }
        } else {
            plain(column, field, value);
        }
    }

    private void plain(ColumnMapping column, String field, @Nullable Object value) {
        if (value == null) {
            if (column.blank() == BlankPolicy.CLEAR) {
                person.values.remove(field);
            }
        } else if (column.write() == WritePolicy.ALWAYS || !person.values.containsKey(field)) {
            person.values.put(field, value);
        }
    }

    private void fullName(ColumnMapping column, @Nullable String name) {
        int space = name == null ? -1 : name.lastIndexOf(' ');
        if (name == null || space < 0) {
            plain(column, "first_name", name);
            if (name == null) {
                plain(column, "last_name", null);
            }
        } else {
            plain(column, "first_name", name.substring(0, space));
            plain(column, "last_name", name.substring(space + 1));
        }
    }

    /// What is set stays set, and who asks for something else is told so.
    private void flag(ColumnMapping column, String field, @Nullable Object value) {
        Object stored = person.values.get(field);
        if (value == null) {
            if (stored != null && column.blank() == BlankPolicy.CLEAR) {
                codes.add("NOT_LIFTED:" + field);
            }
            return;
        }
        boolean yes = value.equals(true) || value == Consent.GIVEN;
        if (stored == null) {
            if (yes || value == Consent.WITHDRAWN) {
                person.values.put(field, yes);
            }
        } else if (!stored.equals(yes) && column.write() == WritePolicy.ALWAYS) {
            codes.add("NOT_LIFTED:" + field);
        }
    }

    private void tags(TagPolicy policy, List<?> tags) {
        if (policy == TagPolicy.REPLACE) {
            person.values.remove("tags");
        }
        for (Object tag : tags) {
            if (policy == TagPolicy.REMOVE) {
                removeTag(tag);
            } else {
                addTag(tag);
            }
        }
    }

    void addTag(Object tag) {
        List<Object> tags = new ArrayList<>(person.tags());
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
        person.values.put("tags", tags);
    }

    private void removeTag(Object tag) {
        List<Object> tags = new ArrayList<>(person.tags());
        tags.removeIf(tag::equals);
        if (tags.isEmpty()) {
            person.values.remove("tags");
        } else {
            person.values.put("tags", tags);
        }
    }
}
