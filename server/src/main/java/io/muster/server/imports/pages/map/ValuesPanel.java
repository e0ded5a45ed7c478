package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.mapping.ColumnOutlook.UnknownValue;
import io.muster.engine.mapping.ValueMapping;
import io.muster.server.imports.AllowedValues.Allowed;
import io.muster.server.imports.ColumnValues;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.pages.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The unknown values of a column, and what each is to stand for.
///
/// @param title what they are
/// @param rows the values, the most frequent first
/// @param choices what a short set offers; only what holds for any set where people type instead
/// @param typed what a long set offers while people type
public record ValuesPanel(
        int index,
        String target,
        String title,
        List<Row> rows,
        List<Choice> choices,
        List<Allowed> typed) {
    /// More are found faster by typing.
    private static final int SHORT_SET = 40;

    /// @param count of the cells that hold it
    /// @param chosen what the select shows
    /// @param text what was typed
    public record Row(String value, long count, String chosen, String text) {}

    static ValuesPanel of(ColumnValues.Found found, String field) {
        boolean typed = found.allowed().size() > SHORT_SET;
        ValueMapping mapped = found.mapped();
        List<Row> rows = new ArrayList<>();
        for (UnknownValue value : found.outlook().unknown()) {
            rows.add(row(value, mapped, typed));
        }
        return new ValuesPanel(
                found.column().index(),
                Objects.requireNonNullElse(found.settings().target(), "skip"),
                found.outlook().isComplete()
                        ? t("map.values.title", rows.size(), field, found.rows())
                        : t("map.values.title.most", rows.size(), field, found.rows()),
                rows,
                choices(found, typed),
                typed ? found.allowed() : List.of());
    }

    public boolean isTyped() {
        return !typed.isEmpty();
    }

    private static Row row(UnknownValue value, ValueMapping mapped, boolean typed) {
        return new Row(
                value.text(),
                value.count(),
                ValueFields.choice(value.text(), mapped, typed),
                typed ? mapped.texts().getOrDefault(value.text(), "") : "");
    }

    private static List<Choice> choices(ColumnValues.Found found, boolean typed) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ValueFields.REFUSED, t("map.values.refused")));
        choices.add(new Choice(ValueFields.BLANK, t("map.values.blank")));
        if (takesOptions(found.settings(), found)) {
            choices.add(new Choice(ValueFields.ADDED, t("map.values.added")));
        }
        if (!typed) {
            for (Allowed allowed : found.allowed()) {
                choices.add(
                        new Choice(
                                ValueFields.TEXT + allowed.value(),
                                allowed.label(),
                                t("map.values.is")));
            }
        }
        return choices;
    }

    private static boolean takesOptions(ColumnSettings settings, ColumnValues.Found found) {
        return found.takesOptions()
                && !Objects.requireNonNullElse(settings.unknownChoice(), "").equals("add");
    }
}
