package io.muster.engine.mapping;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import java.util.Map;
import java.util.Optional;

/// The rules of an import by column: what the field accepts, written as the column writes it.
///
/// @param fields what the tenant's custom fields hold, by key
public record ColumnRules(Rules rules, Map<String, FieldSpec> fields) {

    /// The rule of a column; empty for one that is left out.
    public Optional<CellRule> of(ColumnMapping column) {
        return switch (column.target()) {
            case Target.Skip() -> Optional.empty();
            case Target.Standard(StandardField field) ->
                    Optional.of(rules.of(field, column.reading()));
            case Target.Custom _, Target.NewCustom _ ->
                    spec(column.target(), fields)
                            .map(spec -> spec.with(column.values().options()))
                            .map(spec -> rules.of(spec, column.reading()));
        };
    }

    /// What the values of a column stand for: where a cell may hold several, each by itself.
    public ValueMapping values(ColumnMapping column) {
        boolean several =
                column.target().equals(Target.of(StandardField.TAGS))
                        || spec(column.target(), fields)
                                .filter(spec -> spec.type() == FieldType.CHOICES)
                                .isPresent();
        return several
                ? column.values().separatedBy(column.reading().separator())
                : column.values();
    }

    /// What a custom field holds; empty for other targets.
    ///
    /// A field that is there already stays what it is, whatever a new one would be.
    public static Optional<FieldSpec> spec(Target target, Map<String, FieldSpec> fields) {
        return switch (target) {
            case Target.Custom(String key) ->
                    Optional.of(fields.getOrDefault(key, FieldSpec.of(FieldType.TEXT)));
            case Target.NewCustom(String key, FieldSpec spec) ->
                    Optional.of(fields.getOrDefault(key, spec));
            case Target.Standard _, Target.Skip _ -> Optional.empty();
        };
    }
}
