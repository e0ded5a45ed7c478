package io.muster.server.contacts.builder;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the builder as it is shown.
public sealed interface PartView {

    /// Where the part stands, with a dot before each number; empty for the outermost group. Names
    /// of controls end with it.
    String path();

    /// For buttons: the part of a `do` that says where.
    default String place() {
        return path().isEmpty() ? "" : " " + path().substring(1);
    }

    /// The place for people, counted from 1; empty for the outermost group.
    default String number() {
        StringBuilder number = new StringBuilder();
        for (String step : path().split("\\.")) {
            if (!step.isEmpty()) {
                number.append(number.isEmpty() ? "" : ".").append(Integer.parseInt(step) + 1);
            }
        }
        return number.toString();
    }

    /// The control that takes a value.
    enum Control {
        NONE,
        TEXT,
        NUMBER,
        DATE,
        SELECT
    }

    /// @param ops what the field can be asked
    /// @param values what a select offers
    /// @param error what is wrong, null when nothing is
    /// @param isNew whether it has just been added, and is to be filled in next
    record ConditionView(
            String path,
            String field,
            List<Choice> ops,
            String op,
            Control control,
            List<Choice> values,
            String value,
            @Nullable String error,
            boolean isNew)
            implements PartView {

        public String label() {
            return t("filter.condition", number());
        }

        /// The ids of controls have no dots, which mean something to selectors.
        public String id(String control) {
            return control + path().replace('.', '-');
        }
    }

    /// @param mayNest whether another group has room inside
    record GroupView(String path, Draft.Mode mode, List<PartView> parts, boolean mayNest)
            implements PartView {

        public boolean isOutermost() {
            return path.isEmpty();
        }

        /// How many conditions stand in it, at any depth.
        public int conditions() {
            return parts.stream()
                    .mapToInt(part ->
                            switch (part) {
                                case ConditionView condition -> 1;
                                case GroupView inner -> inner.conditions();
                            })
                    .sum();
        }

        public String label() {
            return isOutermost() ? t("filter.group.whole") : t("filter.group", number());
        }

        public String id(String control) {
            return control + path().replace('.', '-');
        }
    }
}
