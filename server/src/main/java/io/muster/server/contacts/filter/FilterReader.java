package io.muster.server.contacts.filter;

import io.muster.engine.field.FieldValue;
import io.muster.engine.field.Rules;
import io.muster.engine.outcome.Code;
import io.muster.server.contacts.filter.FilterValues.Read;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads filters as they are sent, and names each condition that cannot be used.
public final class FilterReader {
    /// The most conditions and groups that a filter has, all together.
    public static final int MOST_PARTS = 100;

    /// How deep groups stand in groups; the outermost counts.
    public static final int DEEPEST = 5;

    private static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    private static final String MALFORMED = "INVALID_FILTER";

    private final FilterFields fields;
    private final FilterValues values;
    private final List<FieldError> errors = new ArrayList<>();
    private int parts;

    /// @param fields that can be asked about
    /// @param rules of the tenant, by which values are read
    public FilterReader(FilterFields fields, Rules rules) {
        this.fields = fields;
        this.values = new FilterValues(rules);
    }

    /// @param pointer to the filter in what was sent
    /// @throws ApiProblem 422 naming every condition at fault
    public ContactFilter read(FilterNode node, String pointer) {
        Optional<ContactFilter> filter = part(node, pointer, 1);
        if (parts > MOST_PARTS) {
            errors.clear();
            errors.add(
                    new FieldError(
                            pointer,
                            "TOO_MANY_CONDITIONS",
                            "A filter has at most %d conditions.".formatted(MOST_PARTS)));
        }
        if (filter.isEmpty() || !errors.isEmpty()) {
            throw ApiProblem.unprocessable("The filter cannot be used like this.", errors);
        }
        return filter.get();
    }

    /// A filter that was read before. What has changed since, such as who is a member, does not
    /// matter to it.
    ///
    /// @param fields of the tenant, retired ones among them
    public static ContactFilter kept(FilterNode node, FilterFields fields) {
        if (node.all() != null) {
            return new ContactFilter.All(kept(node.all(), fields));
        }
        if (node.any() != null) {
            return new ContactFilter.Any(kept(node.any(), fields));
        }
        FilterField field = fields.kept(String.valueOf(node.field()));
        Object value = node.value();
        return new ContactFilter.Condition(
                field,
                FilterOp.valueOf(String.valueOf(node.op()).toUpperCase(Locale.ROOT)),
                value == null ? null : FieldValue.canonical(value));
    }

    private static List<ContactFilter> kept(List<FilterNode> nodes, FilterFields fields) {
        return nodes.stream().map(node -> kept(node, fields)).toList();
    }

    private Optional<ContactFilter> part(FilterNode node, String pointer, int depth) {
        parts++;
        boolean condition = node.field() != null || node.op() != null || node.value() != null;
        int shapes =
                (node.all() == null ? 0 : 1) + (node.any() == null ? 0 : 1) + (condition ? 1 : 0);
        if (shapes != 1) {
            return wrong(
                    pointer,
                    MALFORMED,
                    "A filter is one of three: all with a list, any with a list, or a condition with field and op.");
        }
        if (condition) {
            return condition(node, pointer);
        }
        return node.all() != null
                ? group(node.all(), pointer + "/all", depth).map(ContactFilter.All::new)
                : group(node.any(), pointer + "/any", depth).map(ContactFilter.Any::new);
    }

    private Optional<List<ContactFilter>> group(
            @Nullable List<FilterNode> nodes, String pointer, int depth) {
        boolean everybody = depth == 1 && pointer.endsWith("/all");
        if (nodes == null || (nodes.isEmpty() && !everybody)) {
            return wrong(pointer, MALFORMED, "A group needs at least one condition.");
        }
        if (depth > DEEPEST) {
            return wrong(
                    pointer, "TOO_DEEP", "Groups can stand in groups %d deep.".formatted(DEEPEST));
        }
        List<ContactFilter> read = new ArrayList<>();
        for (int i = 0; i < nodes.size() && parts <= MOST_PARTS; i++) {
            part(nodes.get(i), pointer + "/" + i, depth + 1).ifPresent(read::add);
        }
        return Optional.of(read);
    }

    private Optional<ContactFilter> condition(FilterNode node, String pointer) {
        FilterField field = node.field() == null ? null : fields.find(node.field()).orElse(null);
        if (field == null) {
            return wrong(
                    pointer + "/field",
                    UNKNOWN_FIELD,
                    "There is no such field. Name a standard field, created_at, updated_at or cf:<key>.");
        }
        FilterOp op = node.op() == null ? null : field.kind().op(node.op()).orElse(null);
        if (op == null) {
            return wrong(
                    pointer + "/op",
                    Code.INVALID_OPTION.name(),
                    "%s can be asked: %s."
                            .formatted(
                                    field.name(),
                                    field.kind().ops().stream()
                                            .map(FilterOp::text)
                                            .collect(Collectors.joining(", "))));
        }
        if (!op.takesValue()) {
            return node.value() == null
                    ? Optional.of(new ContactFilter.Condition(field, op, null))
                    : wrong(
                            pointer + "/value",
                            FilterValues.WRONG_TYPE,
                            op.text() + " takes no value.");
        }
        return switch (values.read(field, op, node.value())) {
            case Read.Good(Object value) ->
                    Optional.of(new ContactFilter.Condition(field, op, value));
            case Read.Bad(String code, String message) -> wrong(pointer + "/value", code, message);
        };
    }

    private <T> Optional<T> wrong(String pointer, String code, String message) {
        errors.add(new FieldError(pointer, code, message));
        return Optional.empty();
    }
}
