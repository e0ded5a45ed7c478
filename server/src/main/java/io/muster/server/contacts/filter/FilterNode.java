package io.muster.server.contacts.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A filter as JSON: either `all`, or `any`, or a condition.
///
/// @param all parts that must all hold
/// @param any parts of which at least one must hold
/// @param field that the condition is about: `company`, `cf:plan`, `created_at`
/// @param op how it compares; which there are depends on the field
/// @param value what it compares with; absent for `is_empty` and `is_not_empty`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilterNode(
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<FilterNode> all,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<FilterNode> any,
        @Nullable String field,
        @Nullable String op,
        @Nullable Object value) {

    public static FilterNode all(List<FilterNode> parts) {
        return new FilterNode(parts, null, null, null, null);
    }

    public static FilterNode any(List<FilterNode> parts) {
        return new FilterNode(null, parts, null, null, null);
    }

    public static FilterNode condition(String field, String op, @Nullable Object value) {
        return new FilterNode(null, null, field, op, value);
    }
}
