package io.muster.server.imports.pages.map;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Target;
import io.muster.server.fields.CustomField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tries the samples of columns by the very rules that the import will use.
final class SampleCheck {
    private final Rules rules;
    private final Map<String, FieldType> custom;

    SampleCheck(Rules rules, List<CustomField> fields) {
        this.rules = rules;
        this.custom =
                fields.stream().collect(Collectors.toMap(CustomField::key, CustomField::type));
    }

    /// @param texts the samples that a field refuses
    /// @param message what is wrong with the first, empty if there is none
    record Refused(List<String> texts, String message) {}

    Refused of(List<String> samples, Target target) {
        CellRule rule = rule(target);
        if (rule == null) {
            return new Refused(List.of(), "");
        }
        List<String> texts = new ArrayList<>();
        String message = "";
        for (String sample : samples) {
            if (rule.read(sample) instanceof Cell.Invalid invalid) {
                message = texts.isEmpty() ? invalid.message() : message;
                texts.add(sample);
            }
        }
        return new Refused(texts, message);
    }

    private @Nullable CellRule rule(Target target) {
        return switch (target) {
            case Target.Skip() -> null;
            case Target.Standard(StandardField field) -> rules.of(field);
            case Target.Custom(String key) -> rules.of(custom.getOrDefault(key, FieldType.TEXT));
            case Target.NewCustom(String _, FieldType type) -> rules.of(type);
        };
    }
}
