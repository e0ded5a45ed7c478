package io.muster.engine.repair;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Info;
import java.util.List;
import java.util.Set;

/// A row after all that people did to it.
///
/// @param mapped what the rules make of it; its source is the row as it stands now
/// @param changed indexes of the columns whose cells are no longer those of the row before
/// @param wasDropped whether it was taken out of the import before that
/// @param dropped whether it is now
public record Repaired(
        MappedRow mapped, Set<Integer> changed, boolean wasDropped, boolean dropped) {

    public SourceRow row() {
        return mapped.source();
    }

    public boolean isChanged() {
        return dropped ? !wasDropped : wasDropped || !changed.isEmpty();
    }

    /// The text of a cell as it stands; blank where there is none.
    public String cell(int column) {
        return column < row().cells().size() ? row().cells().get(column) : "";
    }

    /// What is wrong with it before a look at any contact.
    public List<Info> remarks() {
        return remarks(mapped);
    }

    static List<Info> remarks(MappedRow row) {
        return switch (row) {
            case MappedRow.Candidate candidate -> candidate.warnings();
            case MappedRow.Settled settled -> settled.outcome().info();
        };
    }
}
