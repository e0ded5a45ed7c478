package io.muster.engine.mapping;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import io.muster.engine.outcome.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells whether a mapping can be used with a file and a tenant's fields, and if not, everything
/// that is wrong with it.
public final class MappingCheck {
    private final List<Column> columns;
    private final Map<String, FieldSpec> fields;
    private final Map<String, FieldSpec> retired;

    /// @param fields what the tenant's custom fields hold, by key
    /// @param retired the same of fields that were given up and whose values are still there
    public MappingCheck(
            List<Column> columns, Map<String, FieldSpec> fields, Map<String, FieldSpec> retired) {
        this.columns = columns;
        this.fields = fields;
        this.retired = retired;
    }

    /// @param required names of fields that every row must hold, `any_key` among them, or `any`
    /// @return empty when the mapping can be used
    public List<MappingProblem> check(List<ColumnMapping> mapping, List<String> required) {
        List<MappingProblem> problems = new ArrayList<>();
        Map<String, List<Integer>> users = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (ColumnMapping column : mapping) {
            if (column.index() < 0 || column.index() >= columns.size()) {
                problems.add(
                        problem(
                                Code.UNKNOWN_COLUMN,
                                column,
                                "The file has no column with index %d; it has %d."
                                        .formatted(column.index(), columns.size())));
            } else if (!seen.add(column.index())) {
                problems.add(
                        problem(
                                Code.UNKNOWN_COLUMN,
                                column,
                                "Column %s is mapped twice. Keep one of the two."
                                        .formatted(name(column.index()))));
            } else {
                target(column).or(() -> reading(column)).ifPresent(problems::add);
                users.computeIfAbsent(field(column.target()), field -> new ArrayList<>())
                        .add(column.index());
            }
        }
        users.remove(Target.SKIP.text());
        users.forEach((field, indexes) -> {
            if (indexes.size() > 1 && !field.equals(StandardField.TAGS.key())) {
                problems.add(duplicate(field, indexes));
            }
        });
        users.remove(StandardField.PHONE_REGION.key());
        problems.addAll(missing(required, users));
        return problems;
    }

    private Optional<MappingProblem> target(ColumnMapping column) {
        return switch (column.target()) {
            case Target.Standard _, Target.Skip _ -> Optional.empty();
            case Target.Custom(String key) ->
                    fields.containsKey(key)
                            ? Optional.empty()
                            : Optional.of(
                                    problem(
                                            Code.UNKNOWN_TARGET,
                                            column,
                                            "There is no custom field with the key %1$s. Use new:%1$s to create it."
                                                    .formatted(key)));
            case Target.NewCustom(String key, FieldSpec wanted) -> {
                FieldSpec there = fields.getOrDefault(key, retired.getOrDefault(key, wanted));
                yield there.type() == wanted.type()
                        ? Optional.empty()
                        : Optional.of(
                                problem(
                                        Code.FIELD_EXISTS,
                                        column,
                                        "There is a field with the key %s already, of type %s. Choose another key or that type."
                                                .formatted(key, there.type().text())));
            }
        };
    }

    private Optional<MappingProblem> reading(ColumnMapping column) {
        Optional<FieldSpec> spec = ColumnRules.spec(column.target(), fields);
        if (spec.isEmpty()) {
            return Optional.empty();
        }
        List<String> samples = columns.get(column.index()).samples();
        return switch (SettledReading.of(spec.get().type(), column.reading(), samples)) {
            case SettledReading.Settled _ -> Optional.empty();
            case SettledReading.Open(Code code, String why) ->
                    Optional.of(
                            problem(code, column, "Column " + name(column.index()) + ": " + why));
        };
    }

    private MappingProblem duplicate(String field, List<Integer> indexes) {
        String names = String.join(" and ", indexes.stream().map(this::name).toList());
        return new MappingProblem(
                Code.DUPLICATE_TARGET,
                field,
                List.copyOf(indexes),
                "Columns %s are both mapped to %s. Keep one and skip the other."
                        .formatted(names, field));
    }

    private static List<MappingProblem> missing(
            List<String> required, Map<String, List<Integer>> users) {
        return switch (Requirement.of(required)) {
            case Requirement.AnyValue() ->
                    users.isEmpty()
                            ? List.of(
                                    new MappingProblem(
                                            Code.MISSING_TARGET,
                                            "any",
                                            List.of(),
                                            "No column is mapped. Map at least one."))
                            : List.of();
            case Requirement.Fields(List<String> names) ->
                    names.stream()
                            .filter(name ->
                                    users.keySet().stream()
                                            .noneMatch(field -> Requirement.isMet(name, field)))
                            .map(MappingCheck::missing)
                            .toList();
        };
    }

    private static MappingProblem missing(String name) {
        String message =
                name.equals(Requirement.ANY_KEY)
                        ? "No column tells whom a row is about. Map one to external_id, phone or email."
                        : "No column is mapped to %s, which this import requires. Map a column to it, or require another field."
                                .formatted(name);
        return new MappingProblem(Code.MISSING_TARGET, name, List.of(), message);
    }

    private static MappingProblem problem(Code code, ColumnMapping column, String message) {
        return new MappingProblem(code, column.target().text(), List.of(column.index()), message);
    }

    /// A field that is to be created is the same field as one that exists under the key.
    private static String field(Target target) {
        return target instanceof Target.NewCustom(String key, _)
                ? new Target.Custom(key).text()
                : target.text();
    }

    private String name(int index) {
        return "“" + columns.get(index).name() + "”";
    }
}
