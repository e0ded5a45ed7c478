package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import io.muster.engine.outcome.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells whether a mapping can be used with a file and a tenant's fields, and if not, everything
/// that is wrong with it.
public final class MappingCheck {
    private final List<Column> columns;
    private final Set<String> customFields;

    /// @param customFields keys of the custom fields that the tenant has
    public MappingCheck(List<Column> columns, Set<String> customFields) {
        this.columns = columns;
        this.customFields = customFields;
    }

    /// @param required names of fields that every row must hold, or `any`
    /// @return empty when the mapping can be used
    public List<MappingProblem> check(List<ColumnMapping> mapping, List<String> required) {
        List<MappingProblem> problems = new ArrayList<>();
        Map<String, List<Integer>> users = new LinkedHashMap<>();
        Set<Integer> seen = new java.util.HashSet<>();
        for (ColumnMapping column : mapping) {
            if (column.index() < 0 || column.index() >= columns.size()) {
                problems.add(
                        new MappingProblem(
                                Code.UNKNOWN_COLUMN,
                                column.target().text(),
                                List.of(column.index()),
                                "The file has no column with index "
                                        + column.index()
                                        + "; it has "
                                        + columns.size()
                                        + "."));
            } else if (!seen.add(column.index())) {
                problems.add(
                        new MappingProblem(
                                Code.UNKNOWN_COLUMN,
                                column.target().text(),
                                List.of(column.index()),
                                "Column "
                                        + name(column.index())
                                        + " is mapped twice. Keep one of the two."));
            } else {
                if (column.target() instanceof Target.Custom(String key)
                        && !customFields.contains(key)) {
                    problems.add(
                            new MappingProblem(
                                    Code.UNKNOWN_TARGET,
                                    column.target().text(),
                                    List.of(column.index()),
                                    "There is no custom field with the key "
                                            + key
                                            + ". Use new:"
                                            + key
                                            + " to create it."));
                }
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
        problems.addAll(missing(required, users));
        return problems;
    }

    private MappingProblem duplicate(String field, List<Integer> indexes) {
        String names = String.join(" and ", indexes.stream().map(this::name).toList());
        return new MappingProblem(
                Code.DUPLICATE_TARGET,
                field,
                List.copyOf(indexes),
                "Columns "
                        + names
                        + " are both mapped to "
                        + field
                        + ". Keep one and skip the other.");
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
                            .filter(name -> !users.containsKey(name))
                            .map(name ->
                                    new MappingProblem(
                                            Code.MISSING_TARGET,
                                            name,
                                            List.of(),
                                            "No column is mapped to "
                                                    + name
                                                    + ", which this import requires. "
                                                    + "Map a column to it, or require another field."))
                            .toList();
        };
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
