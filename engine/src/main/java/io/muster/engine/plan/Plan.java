package io.muster.engine.plan;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.mapping.RowMapper;
import io.muster.engine.mapping.Slot;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.repair.FieldColumns;
import io.muster.engine.repair.Repairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The engine set up for one import. Review and run each make theirs from the same options.
public final class Plan {
    private static final Target PHONE = Target.of(StandardField.PHONE);

    private final RowMapper mapper;
    private final MatchOptions match;
    private final Set<String> growing;
    private final FieldColumns columns;

    /// @param fields what the custom fields hold that a column may go to, by key
    public Plan(ImportOptions options, Rules rules, Map<String, FieldSpec> fields) {
        var columnRules = new ColumnRules(rules, fields);
        List<Slot> slots = new ArrayList<>();
        for (ColumnMapping column : options.columns()) {
            columnRules
                    .of(column)
                    .ifPresent(rule -> slots.add(slot(column, rule, columnRules.values(column))));
        }
        this.mapper =
                new RowMapper(
                        slots,
                        derived(options.timezone(), slots, rules),
                        Requirement.of(options.required()),
                        options.onInvalid());
        this.match = options.match();
        this.columns = new FieldColumns(options.columns(), columnRules);
        this.growing =
                options.columns().stream()
                        .filter(Plan::addsOptions)
                        .filter(column ->
                                ColumnRules.spec(column.target(), fields)
                                        .filter(spec -> spec.type().hasOptions())
                                        .isPresent())
                        .map(column -> key(column.target()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// May be used by many threads.
    public RowMapper mapper() {
        return mapper;
    }

    /// Where the cells of each field stand.
    public FieldColumns columns() {
        return columns;
    }

    /// What lays edits and fixes over rows before they are mapped.
    ///
    /// @param width how many columns the file has
    /// @param cellChars the most characters in a cell
    public Repairs repairs(int width, int cellChars) {
        return new Repairs(mapper, columns, width, cellChars);
    }

    /// A decider for one thread.
    ///
    /// @param ids gives the id of each new contact
    public Decider decider(Supplier<UUID> ids) {
        return new Decider(mapper.slots(), match, ids);
    }

    /// Keys of the custom fields whose options the file may add to.
    public Set<String> growingFields() {
        return growing;
    }

    private static boolean addsOptions(ColumnMapping column) {
        return column.reading().unknownChoice() == UnknownChoice.ADD
                || !column.values().options().isEmpty();
    }

    private static String key(Target field) {
        return field.text().substring(field.text().indexOf(':') + 1);
    }

    private static Slot slot(ColumnMapping column, CellRule rule, ValueMapping values) {
        Target target =
                column.target() instanceof Target.NewCustom(String key, _)
                        ? new Target.Custom(key)
                        : column.target();
        return new Slot(
                column.index(),
                target,
                rule,
                column.write(),
                column.blank(),
                column.tags(),
                values);
    }

    private static List<Slot> derived(TimezoneSource timezone, List<Slot> slots, Rules rules) {
        return switch (timezone) {
            case FILE -> List.of();
            case PHONE ->
                    slots.stream()
                            .filter(slot -> slot.target().equals(PHONE))
                            .map(slot -> timezoneOf(slot, rules))
                            .toList();
        };
    }

    /// Reads the phone's column once more, behind all others: a zone that a column gives goes
    /// first, and so does one that the contact has.
    private static Slot timezoneOf(Slot phone, Rules rules) {
        return new Slot(
                phone.column(),
                Target.of(StandardField.TIMEZONE),
                rules.timezoneOf(phone.rule()),
                WritePolicy.IF_EMPTY,
                BlankPolicy.KEEP,
                phone.tags(),
                phone.values());
    }
}
