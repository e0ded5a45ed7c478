package io.muster.engine.repair;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.Correction;
import io.muster.engine.field.Corrections;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds the columns that go to a field, with all that is needed to repair their cells.
public final class FieldColumns {

    /// A column that is imported.
    ///
    /// @param field as in the API
    /// @param type of what the field holds
    public record Column(
            int index,
            String field,
            FieldType type,
            CellRule rule,
            CellReading reading,
            Correction correction) {}

    private final List<Column> columns = new ArrayList<>();

    public FieldColumns(List<ColumnMapping> mapping, ColumnRules rules) {
        for (ColumnMapping column : mapping) {
            rules.of(column)
                    .ifPresent(rule ->
                            columns.add(
                                    new Column(
                                            column.index(),
                                            field(column.target()),
                                            type(column.target(), rules.fields()),
                                            rule,
                                            column.reading(),
                                            correction(column.target(), rules.fields()))));
        }
    }

    /// In the order of the mapping.
    public List<Column> all() {
        return List.copyOf(columns);
    }

    /// The columns that go to a field, mostly one or none.
    public List<Column> of(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).toList();
    }

    private static FieldType type(Target target, Map<String, FieldSpec> fields) {
        if (target instanceof Target.Standard(StandardField field)) {
            return switch (field) {
                case PHONE -> FieldType.PHONE;
                case EMAIL -> FieldType.EMAIL;
                default -> FieldType.TEXT;
            };
        }
        return ColumnRules.spec(target, fields).map(FieldSpec::type).orElse(FieldType.TEXT);
    }

    /// A field that the import creates is afterwards one like the others.
    private static String field(Target target) {
        return switch (target) {
            case Target.NewCustom(String key, FieldSpec _) -> new Target.Custom(key).text();
            case Target.Standard _, Target.Custom _, Target.Skip _ -> target.text();
        };
    }

    private static Correction correction(Target target, Map<String, FieldSpec> fields) {
        return switch (target) {
            case Target.Standard(StandardField field) -> Corrections.of(field);
            case Target.Custom _, Target.NewCustom _ ->
                    ColumnRules.spec(target, fields).map(Corrections::of).orElse(Correction.NONE);
            case Target.Skip() -> Correction.NONE;
        };
    }
}
