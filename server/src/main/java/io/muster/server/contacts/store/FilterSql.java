package io.muster.server.contacts.store;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.StandardField;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.ContactFilter.All;
import io.muster.server.contacts.filter.ContactFilter.Any;
import io.muster.server.contacts.filter.ContactFilter.Condition;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterField.Custom;
import io.muster.server.contacts.filter.FilterField.Moment;
import io.muster.server.contacts.filter.FilterField.Standard;
import io.muster.server.contacts.filter.FilterOp;
import io.muster.server.contacts.filter.FilterTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes filters as conditions on the columns of `contact`. What people typed, keys of custom
/// fields among it, goes into parameters and never into the text.
///
/// Each condition is true or not, or unknown, which counts as not; none is ever negated as a whole.
final class FilterSql {
    private static final String CUSTOM_TEXT = "(custom ->> %s::text)";

    // A value of another type than its field's cannot be compared, and must not end the query.
    private static final String CUSTOM_NUMBER =
            "(case when jsonb_typeof(custom -> %1$s::text) = 'number' then (custom ->> %1$s::text)::numeric end)";
    private static final String CUSTOM_FLAG =
            "(case when jsonb_typeof(custom -> %1$s::text) = 'boolean' then (custom ->> %1$s::text)::boolean end)";

    private static final String CUSTOM_DATE = "((custom ->> %s::text) collate \"C\")";
    private static final String CUSTOM_SET =
            "coalesce(jsonb_exists(custom -> %s::text, %s), false)";

    private final Map<String, Object> parameters = new HashMap<>();

    /// What the conditions written so far compare with.
    Map<String, Object> parameters() {
        return parameters;
    }

    String condition(ContactFilter filter) {
        return switch (filter) {
            case All(List<ContactFilter> parts) ->
                    parts.isEmpty() ? "true" : joined(parts, " and ");
            case Any(List<ContactFilter> parts) ->
                    parts.isEmpty() ? "false" : joined(parts, " or ");
            case Condition condition -> condition(condition);
        };
    }

    private String joined(List<ContactFilter> parts, String word) {
        return parts.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private String condition(Condition condition) {
        FilterField field = condition.field();
        FilterOp op = condition.op();
        Object value = condition.value();
        return switch (field.kind()) {
            case TEXT -> words(text(field), op, value);
            case KEY ->
                    op == FilterOp.IS || op == FilterOp.IS_NOT
                            ? compared(text(field), op, value)
                            : words(text(field), op, value);
            case CHOICE -> compared(text(field), op, value);
            case SET -> set(field, op, value);
            case NUMBER -> compared(custom(field, CUSTOM_NUMBER), op, value);
            case DATE -> compared(custom(field, CUSTOM_DATE), op, value);
            case TIME -> time(field, op, value);
            case YES_NO, FLAG ->
                    compared(
                            field instanceof Custom ? custom(field, CUSTOM_FLAG) : column(field),
                            op,
                            value);
        };
    }

    /// Case does not matter.
    private String words(String text, FilterOp op, @Nullable Object value) {
        return switch (op) {
            case IS -> "lower(%s) = lower(%s)".formatted(text, parameter(value));
            case IS_NOT -> "lower(%s) is distinct from lower(%s)".formatted(text, parameter(value));
            case CONTAINS -> "strpos(lower(%s), lower(%s)) > 0".formatted(text, parameter(value));
            case DOES_NOT_CONTAIN ->
                    "coalesce(strpos(lower(%s), lower(%s)), 0) = 0"
                            .formatted(text, parameter(value));
            case STARTS_WITH ->
                    "starts_with(lower(%s), lower(%s))".formatted(text, parameter(value));
            case IS_EMPTY -> text + " is null";
            case IS_NOT_EMPTY -> text + " is not null";
            case HAS, HAS_NOT, BEFORE, AFTER, GREATER, LESS -> throw odd(op);
        };
    }

    private String compared(String operand, FilterOp op, @Nullable Object value) {
        return switch (op) {
            case IS -> operand + " = " + parameter(value);
            case IS_NOT -> operand + " is distinct from " + parameter(value);
            case BEFORE, LESS -> operand + " < " + parameter(value);
            case AFTER, GREATER -> operand + " > " + parameter(value);
            case IS_EMPTY -> operand + " is null";
            case IS_NOT_EMPTY -> operand + " is not null";
            case CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH, HAS, HAS_NOT -> throw odd(op);
        };
    }

    private String set(FilterField field, FilterOp op, @Nullable Object value) {
        boolean custom = field instanceof Custom;
        return switch (op) {
            case HAS -> holds(field, value);
            case HAS_NOT -> "not " + holds(field, value);
            case IS_EMPTY -> custom ? text(field) + " is null" : column(field) + " = '{}'";
            case IS_NOT_EMPTY -> custom ? text(field) + " is not null" : column(field) + " <> '{}'";
            case IS,
                    IS_NOT,
                    CONTAINS,
                    DOES_NOT_CONTAIN,
                    STARTS_WITH,
                    BEFORE,
                    AFTER,
                    GREATER,
                    LESS ->
                    throw odd(op);
        };
    }

    private String holds(FilterField field, @Nullable Object value) {
        return field instanceof Custom(String key, FieldSpec _)
                ? CUSTOM_SET.formatted(parameter(key), parameter(value))
                : "(%s = any (%s))".formatted(parameter(value), column(field));
    }

    private String time(FilterField field, FilterOp op, @Nullable Object value) {
        FilterTime time = FilterTime.parse(String.valueOf(value)).orElseThrow();
        return op == FilterOp.BEFORE
                ? column(field) + " < " + parameter(time.from().atOffset(ZoneOffset.UTC))
                : column(field) + " >= " + parameter(time.to().atOffset(ZoneOffset.UTC));
    }

    private String text(FilterField field) {
        return field instanceof Custom ? custom(field, CUSTOM_TEXT) : column(field);
    }

    private String custom(FilterField field, String form) {
        return field instanceof Custom(String key, FieldSpec _)
                ? form.formatted(parameter(key))
                : column(field);
    }

    /// The names of columns are those of our own enums.
    private static String column(FilterField field) {
        return switch (field) {
            case Standard(StandardField standard) -> standard.key();
            case Moment moment -> moment.name();
            case Custom custom -> throw new IllegalArgumentException("No column: " + custom.name());
        };
    }

    private String parameter(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Nothing to compare with");
        }
        String name = "f" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static IllegalArgumentException odd(FilterOp op) {
        return new IllegalArgumentException("The field cannot be asked " + op.text());
    }
}
