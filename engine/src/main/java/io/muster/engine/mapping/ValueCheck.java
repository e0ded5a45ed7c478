package io.muster.engine.mapping;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.outcome.Code;
import java.util.ArrayList;
import java.util.List;

/// Tells which values are mapped to what their field refuses as well.
public record ValueCheck(ColumnRules rules) {

    /// @return one problem for each column at most, naming the first such value
    public List<MappingProblem> check(List<ColumnMapping> mapping) {
        List<MappingProblem> problems = new ArrayList<>();
        for (ColumnMapping column : mapping) {
            rules.of(column)
                    .flatMap(rule ->
                            column.values().texts().values().stream()
                                    .filter(text -> !text.isEmpty())
                                    .sorted()
                                    .filter(text -> rule.read(text) instanceof Cell.Invalid)
                                    .findFirst()
                                    .map(text -> problem(column, text, rule)))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static MappingProblem problem(ColumnMapping column, String text, CellRule rule) {
        String why = rule.read(text) instanceof Cell.Invalid invalid ? invalid.message() : "";
        return new MappingProblem(
                Code.INVALID_OPTION,
                column.target().text(),
                List.of(column.index()),
                "A value is mapped to “%s”. %s".formatted(text, why));
    }
}
