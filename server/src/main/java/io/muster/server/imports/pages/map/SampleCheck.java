package io.muster.server.imports.pages.map;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.SettledReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tries the samples of columns by the very rules that the import will use.
final class SampleCheck {
    private final ColumnRules rules;

    SampleCheck(ColumnRules rules) {
        this.rules = rules;
    }

    /// @param texts the samples that a field refuses
    /// @param message what is wrong with the first, empty if there is none
    record Refused(List<String> texts, String message) {}

    Refused of(List<String> samples, ColumnMapping column) {
        Optional<CellRule> rule = rules.of(SettledReading.settle(column, rules.fields(), samples));
        List<String> texts = new ArrayList<>();
        String message = "";
        for (String sample : rule.isPresent() ? samples : List.<String>of()) {
            if (rule.get().read(sample) instanceof Cell.Invalid invalid) {
                message = texts.isEmpty() ? invalid.message() : message;
                texts.add(sample);
            }
        }
        return new Refused(texts, message);
    }
}
