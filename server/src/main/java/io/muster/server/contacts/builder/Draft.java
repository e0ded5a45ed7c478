package io.muster.server.contacts.builder;

import io.muster.server.contacts.filter.FilterNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A filter in the making, which need not be complete.
public sealed interface Draft {

    /// Whether all parts of a group must hold, or any.
    enum Mode {
        ALL,
        ANY
    }

    /// A condition whose parts are as they stand in the form.
    ///
    /// @param value empty where there is none yet
    record Condition(String field, String op, String value) implements Draft {
        public static final Condition NEW = new Condition("first_name", "", "");
    }

    /// Several parts that belong together.
    record Group(Mode mode, List<Draft> parts) implements Draft {
        public static final Group NEW = new Group(Mode.ALL, List.of(Condition.NEW));

        public Group {
            parts = List.copyOf(parts);
        }

        /// The group with one more part at its end.
        Group with(Draft part) {
            List<Draft> more = new ArrayList<>(parts);
            more.add(part);
            return new Group(mode, more);
        }

        /// The group with another part in place of one, or without it.
        ///
        /// @param part null to leave it out
        Group with(int place, @Nullable Draft part) {
            List<Draft> others = new ArrayList<>(parts);
            if (part == null) {
                others.remove(place);
            } else {
                others.set(place, part);
            }
            return new Group(mode, others);
        }
    }

    /// Whether any of its conditions is about a field.
    ///
    /// @param name as filters name the field
    default boolean asksAbout(String name) {
        return switch (this) {
            case Condition condition -> condition.field().equals(name);
            case Group group -> group.parts().stream().anyMatch(part -> part.asksAbout(name));
        };
    }

    /// As the API would be sent it.
    default FilterNode node() {
        return switch (this) {
            case Condition(String field, String op, String value) ->
                    FilterNode.condition(field, op, value.isEmpty() ? null : value);
            case Group(Mode mode, List<Draft> parts) -> {
                List<FilterNode> nodes = parts.stream().map(Draft::node).toList();
                yield switch (mode) {
                    case ALL -> FilterNode.all(nodes);
                    case ANY -> FilterNode.any(nodes);
                };
            }
        };
    }

    /// The group that a kept filter is; a condition alone becomes a group of one.
    static Group of(FilterNode node) {
        return switch (part(node)) {
            case Group group -> group;
            case Condition condition -> new Group(Mode.ALL, List.of(condition));
        };
    }

    /// The same without conditions that have no value yet, and groups of such; perhaps without any.
    default Draft complete() {
        return switch (this) {
            case Condition condition -> condition;
            case Group(Mode mode, List<Draft> parts) ->
                    new Group(
                            mode,
                            parts.stream()
                                    .map(Draft::complete)
                                    .filter(part -> !part.isBlank())
                                    .toList());
        };
    }

    /// Whether it says nothing yet.
    default boolean isBlank() {
        return switch (this) {
            case Condition(String _, String op, String value) ->
                    value.isEmpty() && !op.equals("is_empty") && !op.equals("is_not_empty");
            case Group(Mode _, List<Draft> parts) -> parts.isEmpty();
        };
    }

    private static Draft part(FilterNode node) {
        if (node.all() != null) {
            return new Group(Mode.ALL, node.all().stream().map(Draft::part).toList());
        }
        if (node.any() != null) {
            return new Group(Mode.ANY, node.any().stream().map(Draft::part).toList());
        }
        return new Condition(
                String.valueOf(node.field()), String.valueOf(node.op()), text(node.value()));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
