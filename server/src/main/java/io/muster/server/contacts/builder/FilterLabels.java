package io.muster.server.contacts.builder;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterOp;
import io.muster.server.platform.pages.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people call the parts of filters.
///
/// @param custom labels of the tenant's own fields, by key
/// @param values what fields can hold, where they take it from a set
public record FilterLabels(Map<String, String> custom, FieldValues values) {

    public String field(FilterField field) {
        return switch (field) {
            case FilterField.Custom own -> custom.getOrDefault(own.key(), own.key());
            case FilterField.Standard standard -> t("contact." + standard.name());
            case FilterField.Moment moment -> t("contact." + moment.name());
        };
    }

    public static String op(FilterOp op) {
        return t("filter.op." + op.text());
    }

    /// A whole filter in one line.
    public String line(ContactFilter filter) {
        return switch (filter) {
            case ContactFilter.All(List<ContactFilter> parts) ->
                    parts.isEmpty() ? t("filter.everybody") : joined(parts, t("filter.and"));
            case ContactFilter.Any(List<ContactFilter> parts) -> joined(parts, t("filter.or"));
            case ContactFilter.Condition condition -> condition(condition);
        };
    }

    private String joined(List<ContactFilter> parts, String word) {
        return parts.stream()
                .map(part ->
                        part instanceof ContactFilter.Condition
                                ? line(part)
                                : "(" + line(part) + ")")
                .collect(Collectors.joining(" " + word + " "));
    }

    private String condition(ContactFilter.Condition condition) {
        String words = field(condition.field()) + " " + op(condition.op());
        Object value = condition.value();
        return value == null ? words : words + " " + value(condition.field(), value);
    }

    /// Of a set by its name, anything else quoted.
    private String value(FilterField field, Object value) {
        return values.of(field).stream()
                .filter(choice -> choice.value().equals(value.toString()))
                .map(Choice::label)
                .findFirst()
                .orElseGet(() -> "“" + value + "”");
    }
}
