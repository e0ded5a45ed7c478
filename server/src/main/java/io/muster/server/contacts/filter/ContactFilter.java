package io.muster.server.contacts.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which contacts are meant: one condition, or several of which all or any must hold.
public sealed interface ContactFilter {

    /// Every contact.
    ContactFilter EVERYBODY = new All(List.of());

    /// All of the parts hold; without parts, for every contact.
    record All(List<ContactFilter> parts) implements ContactFilter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of the parts holds.
    record Any(List<ContactFilter> parts) implements ContactFilter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// A field compares with a value.
    ///
    /// @param op one that the field's kind has
    /// @param value a text, a `BigDecimal`, a yes or no; a date in ISO form, a moment as a date or
    ///   in ISO form with its offset; null where the operator takes none
    record Condition(FilterField field, FilterOp op, @Nullable Object value)
            implements ContactFilter {}

    /// As the API writes it, and as it is kept.
    default FilterNode node() {
        return switch (this) {
            case All(List<ContactFilter> parts) -> FilterNode.all(nodes(parts));
            case Any(List<ContactFilter> parts) -> FilterNode.any(nodes(parts));
            case Condition(FilterField field, FilterOp op, Object value) ->
                    FilterNode.condition(field.name(), op.text(), value);
        };
    }

    private static List<FilterNode> nodes(List<ContactFilter> parts) {
        return parts.stream().map(ContactFilter::node).toList();
    }
}
