package io.muster.engine.repair;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.RowMapper;
import io.muster.engine.mapping.Slot;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A row between two steps of its repair.
final class RowState {
    private final SourceRow base;
    private final Surroundings around;
    private final Map<Integer, @Nullable String> edits;
    private final boolean wasDropped;
    private final boolean dropped;
    private @Nullable MappedRow mapped;

    /// What rows are repaired in.
    ///
    /// @param width how many columns the file has
    /// @param cellChars the most characters in a cell
    record Surroundings(RowMapper mapper, int width, int cellChars) {}

    private RowState(
            SourceRow base,
            Surroundings around,
            Map<Integer, @Nullable String> edits,
            boolean wasDropped,
            boolean dropped) {
        this.base = base;
        this.around = around;
        this.edits = edits;
        this.wasDropped = wasDropped;
        this.dropped = dropped;
    }

    /// @param dropped whether an attempt has left it out for that
    static RowState of(SourceRow base, Surroundings around, boolean dropped) {
        return new RowState(base, around, new TreeMap<>(), dropped, dropped);
    }

    RowState with(RowEdit edit) {
        return switch (edit) {
            case RowEdit.Drop() -> dropped();
            case RowEdit.Cells(var cells) -> with(cells);
        };
    }

    RowState dropped() {
        return new RowState(base, around, edits, wasDropped, true);
    }

    /// With new texts by column; a dropped row is back.
    RowState with(Map<Integer, @Nullable String> cells) {
        Map<Integer, @Nullable String> all = new TreeMap<>(edits);
        all.putAll(cells);
        return new RowState(base, around, all, wasDropped, false);
    }

    boolean isDropped() {
        return dropped;
    }

    boolean isChanged() {
        return done().isChanged();
    }

    /// The text of a cell as it stands; blank where there is none.
    String cell(int column) {
        String edit = edits.get(column);
        return edit == null ? original(column) : edit;
    }

    List<Info> remarks() {
        return Repaired.remarks(mapped());
    }

    Repaired done() {
        return new Repaired(mapped(), changed(), wasDropped, dropped);
    }

    private MappedRow mapped() {
        MappedRow known = mapped;
        if (known == null) {
            known = leftOut(around.mapper().map(source()));
            mapped = known;
        }
        return dropped
                ? new MappedRow.Settled(
                        known.source(), new Outcome.Skipped(Info.of(Code.ROW_DROPPED)))
                : known;
    }

    private String original(int column) {
        List<String> cells = base.cells();
        return column < cells.size() ? cells.get(column) : "";
    }

    private Set<Integer> changed() {
        Set<Integer> changed = new TreeSet<>();
        edits.forEach((column, text) -> {
            if (text == null || !text.equals(original(column))) {
                changed.add(column);
            }
        });
        return changed;
    }

    private SourceRow source() {
        if (changed().isEmpty()) {
            return base;
        }
        int width = Math.max(around.width(), base.cells().size());
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            cells.add(cell(i));
        }
        List<Info> problems = problems(cells);
        if (!problems.isEmpty()) {
            return new SourceRow.Unreadable(base.number(), SourceRow.NO_LINE, cells, problems);
        }
        if (cells.stream().allMatch(String::isEmpty)) {
            return new SourceRow.Blank(base.number(), SourceRow.NO_LINE);
        }
        List<Info> warnings =
                base instanceof SourceRow.Filled filled ? filled.warnings() : List.of();
        return new SourceRow.Filled(
                base.number(),
                SourceRow.NO_LINE,
                List.copyOf(cells.subList(0, around.width())),
                warnings);
    }

    /// What keeps the row from being read even now.
    private List<Info> problems(List<String> cells) {
        return base instanceof SourceRow.Unreadable unreadable
                ? unreadable.info().stream().filter(info -> stands(info.code(), cells)).toList()
                : List.of();
    }

    private boolean stands(Code code, List<String> cells) {
        return switch (code) {
            case LONG_ROW ->
                    cells.subList(around.width(), cells.size()).stream()
                            .anyMatch(cell -> !cell.isEmpty());
            case CELL_TOO_LONG ->
                    cells.stream().anyMatch(cell -> cell.length() > around.cellChars());
            case UNDECODABLE, CONTROL_CHARACTER -> {
                for (int i = 0; i < cells.size(); i++) {
                    if (!edits.containsKey(i) && SourceRow.holdsEscape(cells.get(i))) {
                        yield true;
                    }
                }
                yield false;
            }
            // Whoever edits such a row has seen what was made of it.
            default -> false;
        };
    }

    /// Cells that are left out say nothing about their fields, unlike blank ones.
    private MappedRow leftOut(MappedRow row) {
        if (!(row instanceof MappedRow.Candidate candidate) || !edits.containsValue(null)) {
            return row;
        }
        @Nullable Object[] values = candidate.values().clone();
        List<Info> warnings = new ArrayList<>(candidate.warnings());
        Set<Integer> told = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            Slot slot = around.mapper().slots().get(i);
            int column = slot.column();
            if (edits.containsKey(column) && edits.get(column) == null && values[i] != null) {
                values[i] = MappedRow.DROPPED;
                // What is derived from the cell goes with it, without another word.
                if (told.add(column)) {
                    warnings.add(Info.of(Code.KEY_BELONGS_TO_OTHER, slot.field(), cell(column)));
                }
            }
        }
        return new MappedRow.Candidate(candidate.source(), values, List.copyOf(warnings));
    }
}
