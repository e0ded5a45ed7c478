package io.muster.engine.plan;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.mapping.RowMapper;
import io.muster.engine.mapping.Slot;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.MatchOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The engine set up for one import. Review and run each make theirs from the same options.
public final class Plan {
    private final RowMapper mapper;
    private final MatchOptions match;

    /// @param customTypes the type of each custom field that a column may go to, by key
    public Plan(ImportOptions options, Rules rules, Map<String, FieldType> customTypes) {
        List<Slot> slots =
                options.columns().stream()
                        .flatMap(column -> slot(column, rules, customTypes))
                        .toList();
        this.mapper = new RowMapper(slots, Requirement.of(options.required()), options.onInvalid());
        this.match = options.match();
    }

    /// May be used by many threads.
    public RowMapper mapper() {
        return mapper;
    }

    /// A decider for one thread.
    ///
    /// @param ids gives the id of each new contact
    public Decider decider(Supplier<UUID> ids) {
        return new Decider(mapper.slots(), match, ids);
    }

    private static Stream<Slot> slot(
            ColumnMapping column, Rules rules, Map<String, FieldType> customTypes) {
        return switch (column.target()) {
            case Target.Skip() -> Stream.empty();
            case Target.Standard(StandardField field) ->
                    Stream.of(slot(column, column.target(), rules.of(field)));
            case Target.Custom(String key) ->
                    Stream.of(
                            slot(
                                    column,
                                    column.target(),
                                    rules.of(customTypes.getOrDefault(key, FieldType.TEXT))));
            case Target.NewCustom(String key, FieldType type) ->
                    Stream.of(slot(column, new Target.Custom(key), rules.of(type)));
        };
    }

    private static Slot slot(ColumnMapping column, Target target, CellRule rule) {
        return new Slot(
                column.index(), target, rule, column.write(), column.blank(), column.tags());
    }
}
