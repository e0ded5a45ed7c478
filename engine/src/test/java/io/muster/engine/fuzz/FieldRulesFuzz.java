package io.muster.engine.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellReading;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.DateFormat;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.Directory;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.SpreadsheetError;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Any text in a cell of any field: each rule takes or refuses it, and never fails.
public final class FieldRulesFuzz {

    private static final List<CellRule> RULES = rules();

    private FieldRulesFuzz() {}

    private static List<CellRule> rules() {
        Rules rules =
                new Rules(new RuleSettings("DE", Locale.GERMAN, Directory.EMPTY, Directory.EMPTY));
        List<CellRule> all = new ArrayList<>();
        for (StandardField field : StandardField.values()) {
            all.add(rules.of(field));
        }
        for (FieldType type : FieldType.values()) {
            for (DateOrder order : DateOrder.values()) {
                CellReading reading = CellReading.DEFAULT.with(order);
                all.add(rules.of(new FieldSpec(type, List.of("one", "Two")), reading));
            }
            for (DecimalMark mark : DecimalMark.values()) {
                CellReading reading = CellReading.DEFAULT.with(mark);
                all.add(rules.of(new FieldSpec(type, List.of("one", "Two")), reading));
            }
        }
        return all;
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Optional<String> cell = CellText.clean(new String(data, UTF_8));
        if (cell.isEmpty() || cell.get().isEmpty()) {
            return;
        }
        String text = cell.get();
        for (CellRule rule : RULES) {
            switch (SpreadsheetError.refuseOr(rule, text)) {
                case Cell.Valid valid -> Reads.require(valid.value() != null, "no value");
                case Cell.Invalid invalid ->
                        Reads.require(!invalid.message().isBlank(), "a refusal without words");
                case Cell.Nothing() -> {}
            }
            rule.in("US").read(text);
        }
        DateFormat.parse(text).ifPresent(format -> format.read(text));
        DateOrder.detect(List.of(text));
        DecimalMark.detect(List.of(text));
    }
}
