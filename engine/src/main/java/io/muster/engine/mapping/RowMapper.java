package io.muster.engine.mapping;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.SpreadsheetError;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns rows of a file into values of fields. Immutable, and safe for use by many threads.
public final class RowMapper {
    private static final System.Logger LOG = System.getLogger(RowMapper.class.getName());

    private final List<Slot> slots;
    private final int columns;
    private final Requirement requirement;
    private final InvalidPolicy onInvalid;

    /// @param derived slots that read a column once more, for another field; they come last and
    ///   cannot make up for what a row lacks
    public RowMapper(
            List<Slot> slots,
            List<Slot> derived,
            Requirement requirement,
            InvalidPolicy onInvalid) {
        this.slots =
                Stream.concat(
                                slots.stream().sorted(Comparator.comparingInt(RowMapper::rank)),
                                derived.stream())
                        .toList();
        this.columns = slots.size();
        this.requirement = requirement;
        this.onInvalid = onInvalid;
    }

    public RowMapper(List<Slot> slots, Requirement requirement, InvalidPolicy onInvalid) {
        this(slots, List.of(), requirement, onInvalid);
    }

    /// The region comes first, since phones are read by it; a full name comes before its parts, so
    /// that their columns have the last word.
    private static int rank(Slot slot) {
        if (slot.isHint()) {
            return 0;
        }
        return slot.target().equals(Target.of(StandardField.FULL_NAME)) ? 1 : 2;
    }

    /// The imported columns, in the order of a candidate's values.
    public List<Slot> slots() {
        return slots;
    }

    public MappedRow map(SourceRow row) {
        return switch (row) {
            case SourceRow.Blank blank ->
                    new MappedRow.Settled(blank, new Outcome.Skipped(Info.of(Code.BLANK_ROW)));
            case SourceRow.Unreadable unreadable ->
                    new MappedRow.Settled(unreadable, new Outcome.Failed(unreadable.info()));
            case SourceRow.Filled filled -> mapSafely(filled);
        };
    }

    /// A rule that fails on one row in a million must not cost the others.
    private MappedRow mapSafely(SourceRow.Filled row) {
        try {
            return mapFilled(row);
        } catch (RuntimeException e) {
            // Without its message, which may quote the cell.
            LOG.log(
                    Level.WARNING,
                    "A rule failed with {0} at {1}",
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return new MappedRow.Settled(row, new Outcome.Failed(Info.of(Code.ROW_ERROR)));
        }
    }

    private MappedRow mapFilled(SourceRow.Filled row) {
        List<Info> missing = missing(row, null);
        if (!missing.isEmpty()) {
            return lacking(row, missing);
        }
        Cells cells = read(row.cells());
        if (cells.refused().isEmpty()) {
            return new MappedRow.Candidate(row, cells.values(), row.warnings());
        }
        return switch (onInvalid) {
            case REJECT_ROW -> new MappedRow.Settled(row, new Outcome.Failed(cells.refused()));
            case DROP_FIELD -> dropped(row, cells.values(), cells.refused());
        };
    }

    /// What the rules make of a row's cells.
    ///
    /// @param values one for each slot, null where the cell is blank, [MappedRow#DROPPED] where it
    ///   was refused
    /// @param refused one for each value that was, in the order of the slots
    record Cells(@Nullable Object[] values, List<Info> refused) {}

    Cells read(List<String> texts) {
        @Nullable Object[] values = new Object[slots.size()];
        List<Info> refused = List.of();
        String region = null;
        for (int i = 0; i < values.length; i++) {
            Slot slot = slots.get(i);
            String text = slot.text(texts);
            if (text.isEmpty()) {
                continue;
            }
            CellRule rule = region == null ? slot.rule() : slot.rule().in(region);
            switch (SpreadsheetError.refuseOr(rule, text)) {
                case Cell.Valid(Object value) -> {
                    values[i] = value;
                    region = slot.isHint() ? (String) value : region;
                }
                case Cell.Nothing() -> {}
                case Cell.Invalid invalid -> {
                    region = slot.isHint() ? CellRule.NOWHERE : region;
                    values[i] = MappedRow.DROPPED;
                    refused = refused.isEmpty() ? new ArrayList<>() : refused;
                    refused.add(
                            Info.of(
                                    invalid.code(),
                                    slot.field(),
                                    slot.raw(texts),
                                    invalid.message()));
                }
            }
        }
        return new Cells(values, refused);
    }

    private MappedRow dropped(SourceRow.Filled row, @Nullable Object[] values, List<Info> refused) {
        List<Info> info = new ArrayList<>(row.warnings());
        info.addAll(refused);
        List<Info> missing = missing(row, values);
        if (missing.isEmpty()) {
            return new MappedRow.Candidate(row, values, List.copyOf(info));
        }
        info.addAll(missing);
        return lacking(row, List.copyOf(info));
    }

    /// The required fields that the row lacks, judged by what its cells say, or by its values where
    /// they are known.
    private List<Info> missing(SourceRow.Filled row, @Nullable Object @Nullable [] values) {
        return switch (requirement) {
            case Requirement.AnyValue() -> {
                for (int i = 0; i < columns; i++) {
                    if (!slots.get(i).isHint() && holds(row, values, i)) {
                        yield List.of();
                    }
                }
                yield List.of(Info.of(Code.MISSING_FIELD));
            }
            case Requirement.Fields(List<String> names) -> {
                List<Info> info = List.of();
                for (String name : names) {
                    if (!holds(row, values, name)) {
                        info = info.isEmpty() ? new ArrayList<>() : info;
                        info.add(missing(name));
                    }
                }
                yield info;
            }
        };
    }

    private boolean holds(SourceRow.Filled row, @Nullable Object @Nullable [] values, String name) {
        for (int i = 0; i < columns; i++) {
            if (Requirement.isMet(name, slots.get(i).field()) && holds(row, values, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(SourceRow.Filled row, @Nullable Object @Nullable [] values, int slot) {
        return values == null
                ? !slots.get(slot).text(row.cells()).isEmpty()
                : values[slot] != null && values[slot] != MappedRow.DROPPED;
    }

    private static Info missing(String field) {
        return switch (field) {
            case "phone" -> Info.of(Code.MISSING_PHONE, field, null);
            case "email" -> Info.of(Code.MISSING_EMAIL, field, null);
            case "external_id" -> Info.of(Code.MISSING_EXTERNAL_ID, field, null);
            case Requirement.ANY_KEY -> Info.of(Code.NO_IDENTITY);
            default -> Info.of(Code.MISSING_FIELD, field, null);
        };
    }

    /// A policy leaves out what lacks a field; of whom nobody can tell who it is, none can be made.
    private static MappedRow lacking(SourceRow.Filled row, List<Info> info) {
        boolean nobody = info.stream().anyMatch(one -> one.code() == Code.NO_IDENTITY);
        return new MappedRow.Settled(
                row, nobody ? new Outcome.Failed(info) : new Outcome.Skipped(info));
    }
}
