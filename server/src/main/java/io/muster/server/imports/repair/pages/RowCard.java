package io.muster.server.imports.repair.pages;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.matching.Contact;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.server.imports.Import;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.OutcomeKind;
import io.muster.server.imports.repair.Conflicts;
import io.muster.server.imports.repair.RowNow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row to be mended: its cells as fields of a form, and what it would be now.
///
/// @param group that the person came from
/// @param inputs the cells at fault, or all where none is
/// @param rest the other cells
/// @param candidates the contacts among which a person can choose; empty unless its keys are in
///   conflict
public record RowCard(
        Import of,
        Issue group,
        long row,
        OutcomeKind outcome,
        List<Remark> remarks,
        List<Input> inputs,
        List<Input> rest,
        boolean changed,
        boolean dropped,
        List<Candidate> candidates) {

    /// @param field as people call it, empty when the whole row is meant
    public record Remark(String field, String message, String code) {}

    /// A cell.
    ///
    /// @param suggestion what it was probably meant to be; empty when there is no telling
    public record Input(
            int index, String header, String text, String suggestion, boolean changed) {}

    /// A contact that has keys of the row.
    ///
    /// @param name what to call it
    /// @param keys which of the row's keys it has, as people call them
    public record Candidate(UUID id, String name, String keys) {}

    static RowCard of(Import of, Plan plan, RowNow now, Issue group, FieldNames names) {
        List<Info> info = now.outcome().info();
        Set<Integer> concerned = concerned(plan, info, group);
        List<Input> inputs = new ArrayList<>();
        List<Input> rest = new ArrayList<>();
        List<String> cells = now.row().row().cells();
        for (int i = 0; i < Math.max(cells.size(), of.columns().size()); i++) {
            Input input = input(of, plan, now, i, i < cells.size() ? cells.get(i) : "");
            (concerned.isEmpty() || concerned.contains(i) || i >= of.columns().size()
                            ? inputs
                            : rest)
                    .add(input);
        }
        return new RowCard(
                of,
                group,
                now.number(),
                OutcomeKind.ofAction(now.outcome().action().name().toLowerCase(Locale.ROOT)),
                info.stream()
                        .map(one ->
                                new Remark(
                                        one.field() == null ? "" : names.of(one.field()),
                                        one.message(),
                                        one.code().name()))
                        .toList(),
                inputs,
                rest,
                now.row().isChanged(),
                now.row().dropped(),
                Conflicts.isConflict(now) ? candidates(now, names) : List.of());
    }

    public String path() {
        return "/imports/" + of.id() + "/errors/rows/" + row;
    }

    public String groupPath() {
        return GroupLine.path(of.id(), group, 1);
    }

    public String field() {
        String field = group.field();
        return field == null ? "" : field;
    }

    /// The fields in question, now and where the person came from.
    private static Set<Integer> concerned(Plan plan, List<Info> info, Issue group) {
        Set<@Nullable String> fields = new LinkedHashSet<>();
        info.forEach(one -> fields.add(one.field()));
        fields.add(group.field());
        Set<Integer> columns = new LinkedHashSet<>();
        for (String field : fields) {
            if (field != null) {
                plan.columns().of(field).stream().map(Column::index).forEach(columns::add);
            }
        }
        return columns;
    }

    private static Input input(Import of, Plan plan, RowNow now, int index, String cell) {
        String text = FormulaGuard.restore(cell);
        String suggestion =
                plan.columns().all().stream()
                        .filter(column -> column.index() == index && !text.isEmpty())
                        .findFirst()
                        .flatMap(column -> column.correction().of(text))
                        .orElse("");
        return new Input(
                index,
                index < of.columns().size()
                        ? of.columns().get(index).name()
                        : "+" + (index - of.columns().size() + 1),
                text,
                suggestion,
                now.row().changed().contains(index));
    }

    private static List<Candidate> candidates(RowNow now, FieldNames names) {
        Map<UUID, List<String>> keys = new LinkedHashMap<>();
        Map<UUID, Contact> contacts = new LinkedHashMap<>();
        now.owners()
                .forEach((key, contact) -> {
                    contacts.put(contact.id(), contact);
                    keys.computeIfAbsent(contact.id(), any -> new ArrayList<>())
                            .add(names.of(key.field().key()) + " " + contact.key(key));
                });
        return contacts.values().stream()
                .map(contact ->
                        new Candidate(
                                contact.id(),
                                name(contact),
                                String.join(", ", keys.getOrDefault(contact.id(), List.of()))))
                .toList();
    }

    private static String name(Contact contact) {
        List<String> parts = new ArrayList<>();
        for (var field : List.of(StandardField.FIRST_NAME, StandardField.LAST_NAME)) {
            String text = contact.text(field);
            if (text != null) {
                parts.add(text);
            }
        }
        return String.join(" ", parts);
    }
}
