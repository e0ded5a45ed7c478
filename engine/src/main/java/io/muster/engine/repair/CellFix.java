package io.muster.engine.repair;

import io.muster.engine.field.Cell;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.repair.FieldColumns.Column;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a fix makes of one cell.
final class CellFix {
    private CellFix() {}

    /// The new text, or the old one where the fix has nothing to say about it.
    static String of(Fix fix, Column column, String cell) {
        String text = FormulaGuard.restore(cell);
        String fixed =
                switch (fix) {
                    case Fix.SetValue(String value) -> value;
                    case Fix.MapValues(var values) -> values.getOrDefault(text, text);
                    case Fix.Replace(String find, String with) -> replaced(text, find, with);
                    case Fix.ReadPhones(String region) -> phone(column, region, text);
                    case Fix.ReadDates dates -> date(column, dates, text);
                    case Fix.TakeSuggestion() -> column.correction().of(text).orElse(text);
                    case Fix.Drop() -> text;
                };
        return fixed.equals(text) ? cell : fixed;
    }

    private static String replaced(String text, String find, String with) {
        return find.isEmpty()
                ? text
                : Pattern.compile(
                                find,
                                Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(with))
                        .strip();
    }

    /// In international form, so that every rule reads the same number from it.
    private static String phone(Column column, String region, String text) {
        return !text.isEmpty()
                        && column.rule().in(region).read(text) instanceof Cell.Valid(Object value)
                        && value instanceof String number
                ? number
                : text;
    }

    /// The day as the column writes days.
    private static String date(Column column, Fix.ReadDates dates, String text) {
        LocalDate day = text.isEmpty() ? null : dates.format().read(text);
        return day == null ? text : column.reading().dateFormat().write(day);
    }
}
