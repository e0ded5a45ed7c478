package io.muster.engine.mapping;

import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the file after its cells went through the rules of their fields.
public sealed interface MappedRow {

    /// Stands for a value that was refused and dropped: unlike a blank cell it leaves what is
    /// stored alone.
    Object DROPPED = new Object();

    SourceRow source();

    /// Good so far: which contact it is remains to be seen.
    ///
    /// @param values one for each slot of the [RowMapper], null where the cell is blank, [#DROPPED]
    ///   where it was refused
    /// @param warnings what was dropped or padded on the way
    record Candidate(SourceRow source, @Nullable Object[] values, List<Info> warnings)
            implements MappedRow {}

    /// Its fate is sealed without a look at any contact.
    record Settled(SourceRow source, Outcome outcome) implements MappedRow {}
}
